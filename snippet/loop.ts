// The loop of one page: observe → remember → decide → apply. Everything that happens passes `did` below.

import { compile } from '../shared/engine/compile.ts';
import type { Facts, View } from '../shared/engine/decide.ts';
import { ms } from '../shared/engine/duration.ts';
import { matchesPages } from '../shared/engine/pattern.ts';
import type { Config } from '../shared/schema/config.ts';
import type { Props } from '../shared/schema/props.ts';
import { createShow } from './apply/show.ts';
import { fillTokens } from './apply/tokens.ts';
import { createTriggers } from './apply/triggers.ts';
import { nextStanding, readStanding, type Say, watchConsent } from './consent.ts';
import { createExperiences } from './decide/experiences.ts';
import { findGoals } from './decide/goals.ts';
import { createSegments } from './decide/segments.ts';
import type { Emit } from './events.ts';
import { listen, now, quiet } from './native.ts';
import { type PageArrival, readArrival } from './observe/arrival.ts';
import { watchCaptures } from './observe/capture.ts';
import { watchDataLayer } from './observe/data-layer.ts';
import { watchEngagement } from './observe/engagement.ts';
import { readFacts } from './observe/facts.ts';
import { isNotFound, watchRageClicks } from './observe/friction.ts';
import { watchNavigation } from './observe/navigation.ts';
import { toProps } from './observe/props.ts';
import { scrub } from './observe/scrub.ts';
import type { Traits } from './remember/snapshot.ts';
import { createVisitor } from './remember/visitor.ts';
import type { Tag } from './tag.ts';
import type { Warn } from './warn.ts';

const RETENTION = '180d';

/** What the page's API stands on. */
export type Loop = ReturnType<typeof createLoop>;

export function createLoop(config: Config, tag: Tag, emit: Emit, warn: Warn) {
  const { privacy, capture = [], topics = [], goals } = config;
  const program = compile(config);
  let standing = readStanding(privacy, tag.consent);
  /** False before the start, while the extension previews and after `selvedge:standby`. */
  let running = false;
  let facts: Facts = {};
  /** The address whose page view is recorded; '' none yet. */
  let viewed = '';
  let heard = false;

  const changed = quiet(() => {
    // erased, here or in another tab: what was decided from it goes too
    if (visitor.mode() === 'off') close();
    else refresh();
  });
  const visitor = createVisitor(program, ms(privacy?.retention ?? RETENTION), warn, changed);
  const view = (): View => {
    const mode = visitor.mode();
    const doubt = mode === 'stored' ? {} : { doubt: mode === 'memory' ? mode : ('waiting' as const) };
    return { program, profile: visitor.profile(), facts, now: now(), ...doubt };
  };
  const segments = createSegments(
    config.segments,
    view,
    warn,
    (detail) => emit('segments', detail),
    () => refresh(),
  );
  const experiences = createExperiences(config.experiences, view, visitor.seed, warn);
  const triggers = createTriggers();
  const show = createShow(
    config.hosts,
    (template) =>
      fillTokens(template, (kind, name) => (kind === 'trait' ? visitor.profile().traits[name] : facts[name])),
    () => (visitor.mode() === 'stored' ? String(visitor.profile().visit?.startAt) : undefined),
    warn,
    (experience, outcome, variant) => {
      const detail = { experience, outcome, ...(variant !== undefined && { variant }) };
      void did('exposure', detail);
      emit('exposure', detail);
    },
  );

  /** Looks again at all that may change while the page is open; `all` also at what showed the original so far. */
  const refresh = (all?: boolean) => {
    if (!running) return;
    segments.refresh();
    experiences.again(all);
    show.update(experiences.list());
  };
  const remember = (name: string, props: Props, arrival?: PageArrival): Promise<void> => {
    const url = new URL(location.pathname, location.href);
    const { arrival: from, tagged } = arrival ?? readArrival(url, '');
    const stored = visitor.track(name, props, from, tagged);
    if (visitor.mode() !== 'off')
      for (const goal of findGoals(goals, name, props))
        emit('goal', {
          ...goal,
          experiences: Object.entries(visitor.profile().exposed).map(([id, variant]) =>
            variant ? { id, outcome: 'variant', variant } : { id, outcome: 'holdout' },
          ),
        });
    return stored;
  };
  /** Something happened: it is remembered, and everything that depends on it is looked at again. */
  const did = (name: string, props: Props = {}): Promise<void> => {
    if (!running) return Promise.resolve();
    const stored = remember(name, props);
    refresh();
    triggers.event(name);
    return stored;
  };
  const clean = (given: object, where: string) =>
    toProps(given, (path) =>
      warn({
        code: 'personal',
        message: 'looks like personal data; it is not remembered',
        path: `${where}.${path}`,
      }),
    );

  /** A page view: recorded once, then decided and applied. `early` is what the page said before us. */
  const open = (early?: () => void) => {
    const url = new URL(location.href);
    const from = readArrival(url, viewed ? '' : document.referrer);
    facts = readFacts(url, from.arrival);
    if (viewed !== url.href) {
      viewed = url.href;
      const path = scrub.path(url.pathname);
      const q = scrub(url.searchParams.get('q') ?? '').slice(0, 200);
      const found = topics.filter(({ pages }) => matchesPages(pages, url)).map(({ topic }) => topic);
      void remember('page_view', { path, topics: found, ...(q && { q }) }, from);
      for (const rule of capture)
        if (rule.kind === 'page' && matchesPages(rule.pages, url))
          void remember(rule.event, clean(rule.props ?? {}, rule.event));
      if (q) void remember('search', { term: q });
      if (isNotFound()) void remember('page_not_found', { path });
    }
    early?.();
    if (!heard) listenToPage();
    segments.refresh();
    experiences.enter(url, (experience, trigger) =>
      triggers.wait(trigger, () => {
        experiences.fire(experience);
        show.update(experiences.list());
      }),
    );
    show.update(experiences.list());
    captures.refresh();
    engagement.restart();
  };
  /** Takes everything back: the page is what it would be without us. */
  const close = () => {
    triggers.reset();
    experiences.leave();
    show.update([]);
    show.leave();
    segments.stop();
  };
  /** What the page told its analytics before us counts for the first decision, so this comes after the page view. */
  const listenToPage = () => {
    watchDataLayer(
      (name, fields) => {
        const props = clean(fields, name);
        // GA4 calls it search_term; a search page's address has said it already
        const term = props.search_term ?? props.term;
        if (name === 'search' && term === (new URLSearchParams(location.search).get('q') ?? undefined))
          return;
        void did(name, term === undefined ? props : { ...props, term });
      },
      (command, { personalization_storage: to }) => {
        if (to === 'granted' || (to === 'denied' && command === 'update'))
          void say({ to, explicit: command === 'update' });
      },
    );
    heard = true;
  };
  const start = (early?: () => void) => {
    running = true;
    standing = readStanding(privacy, tag.consent);
    if (standing === 'denied') return void visitor.refuse();
    visitor.begin(standing === 'waiting' ? undefined : standing);
    open(early);
  };
  /** What happened on this page so far is complete: it is being left, hidden, or another one takes its place. */
  const leave = () => {
    if (!running) return;
    const seconds = engagement.take();
    if (seconds > 0) void remember('engagement', { seconds });
  };
  const say = async (said: Say): Promise<void> => {
    const before = standing;
    standing = nextStanding(before, said, privacy);
    if (standing === 'denied') await visitor.erase(true);
    else if (standing !== before && standing !== 'waiting') {
      const asked = visitor.keep(standing);
      if (before === 'denied' && running) {
        viewed = '';
        open();
      } else refresh();
      await asked;
    }
  };

  const engagement = watchEngagement(
    triggers.active,
    triggers.scrolled,
    (share) => void did('scroll', { share }),
  );
  const captures = watchCaptures(
    capture,
    (rule) => void did(rule.event, clean(rule.props ?? {}, rule.event)),
  );
  watchRageClicks(() => void did('rage_click'));
  watchConsent((said) => void say(said));
  watchNavigation(
    () => {
      if (!running) return;
      leave();
      close();
    },
    () => running && (visitor.mode() === 'off' ? start() : open()),
    () => {
      leave();
      close();
      viewed = '';
      if (running) start();
    },
  );
  listen(window, 'visibilitychange pagehide', ({ type }) => {
    if (type !== 'pagehide' && document.visibilityState !== 'hidden') return;
    leave();
    visitor.leave();
  });

  return {
    config,
    visitor,
    view,
    start,
    /** The page is the original and nothing is recorded, until `start` again. */
    stop() {
      running = false;
      close();
    },
    segments: segments.ids,
    decided: experiences.list,
    say,
    did: (name: string, props: object) => did(name, clean(props, name)),
    set(traits: Traits) {
      if (!running) return Promise.resolve();
      const stored = visitor.set(clean(traits, 'traits') as Traits);
      // stated before anything was painted: it can still count for what this page shows
      refresh(document.readyState === 'loading');
      return stored;
    },
    /** Everything that is remembered, and nothing else. */
    async export() {
      const { firstSeenAt, traits } = visitor.profile();
      const stored = visitor.mode() === 'stored';
      return {
        version: 1,
        exportedAt: now(),
        mode: stored ? 'stored' : 'memory',
        consent: standing,
        seed: visitor.seed(),
        firstSeenAt,
        traits: { ...traits },
        events: await visitor.events(),
      };
    },
    /** Erases everything and returns to the config's default: a new visitor begins at the next page view. */
    async forget() {
      await visitor.erase(false);
      standing = readStanding(privacy, tag.consent);
    },
    async optIn() {
      if (standing !== 'denied') return;
      await visitor.erase(false);
      viewed = '';
      if (running) start();
    },
  };
}
