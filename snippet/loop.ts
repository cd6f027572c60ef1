// The loop of one page: observe → remember → decide → apply. Everything that happens passes `did` below.

import { ms } from '../shared/grammar/duration.ts';
import { readRules } from '../shared/page/read-rules.ts';
import { watchViews } from '../shared/page/watch-views.ts';
import type { Config } from '../shared/schema/config.ts';
import type { Props } from '../shared/schema/props.ts';
import type { MakeApplier } from './apply/show.ts';
import { forgetAnswers } from './ask/begin-asking.ts';
import type { Begun } from './begun.ts';
import { createConsent } from './consent/consent.ts';
import { createObey, createObeyVisitor } from './consent/obey.ts';
import { createTakeBack } from './consent/take-back.ts';
import { watchTools } from './consent/watch-tools.ts';
import type { Emit } from './events.ts';
import { exportAll } from './export.ts';
import type { Tag } from './find-tag.ts';
import { isMeasuring } from './is-measuring.ts';
import { lookNow } from './look-again.ts';
import { beginCounting } from './measure/begin-counting.ts';
import { attempt, listen, once, quiet } from './native.ts';
import { watchCaptures } from './observe/capture.ts';
import { watchEngagement } from './observe/engagement.ts';
import { isFramed } from './observe/framed.ts';
import { watchRageClicks } from './observe/friction.ts';
import { hearPage } from './observe/hear-page.ts';
import { watchLeaving } from './observe/watch-leaving.ts';
import { createOutcomes } from './outcomes.ts';
import { createPageViews } from './page-views.ts';
import { createRecorder } from './record.ts';
import type { Traits } from './remember/act.ts';
import { createNobody } from './remember/nobody.ts';
import { putDenial, readOnFile } from './remember/snapshot.ts';
import { createVisitor } from './remember/visitor.ts';
import { tellMeasured } from './tell-measured.ts';
import type { Warn } from './warn.ts';

export type Loop = ReturnType<typeof createLoop>;

export interface How {
  /** A preview link was followed: nothing is known of the visitor, and nothing they do is kept. */
  isShared?: boolean;
  begun?: Begun | undefined;
  makeApplier: MakeApplier;
}

/** 1 and "1" were tried by browsers before the specification said `true`: https://w3c.github.io/gpc/ */
function readGpc(): unknown {
  const { globalPrivacyControl }: Navigator & { globalPrivacyControl?: unknown } = navigator;
  return globalPrivacyControl;
}

export function createLoop(
  config: Config,
  tag: Tag,
  emit: Emit,
  warn: Warn,
  { isShared, begun, makeApplier }: How,
) {
  const { privacy, capture = [] } = config;
  const program = readRules(config);
  const consent = createConsent(privacy, tag.consent, readGpc(), readOnFile);
  /** Whether nothing of an earlier page was there: then all that is stored is this page's. */
  let isFirst = false;
  /** False before the start, while the extension previews and after `selvedge:standby`. */
  let running = false;
  const framed = isFramed();

  const changed = quiet(() => {
    // erased, here or in another tab: what was decided from it goes too
    if (visitor.mode() === 'off') {
      consent.reread(true);
      outcomes.leave(true);
    } else if (visitor.mode() === 'waiting' && readOnFile().consent === 'granted')
      void say({ by: 'file', word: 'granted' });
    else outcomes.refresh();
  });
  const visitor = isShared
    ? createNobody(program)
    : createVisitor({ program, retention: ms(privacy?.retention ?? '180d'), warn, changed, begun });
  if (isMeasuring && !isShared) forgetAnswers(config, visitor);
  const isCounted = () => running && !outcomes.isOff('measure') && !consent.isLocal();
  const emitAll = isMeasuring && !isShared ? tellMeasured(emit, config, visitor, isCounted, warn) : emit;
  /** What the site's own statistics listen to. */
  const tell: Emit = (type, detail) => {
    if (!outcomes.isOff('measure') && !consent.isLocal()) emitAll(type, detail);
  };
  const counting =
    isMeasuring && !isShared && !framed ? beginCounting(config, visitor, isCounted, warn) : undefined;
  const heard = counting?.heard(visitor) ?? visitor;
  const recorder = createRecorder(config, heard, tell, warn);
  const { record, keep } = recorder;
  const pages = createPageViews(config, recorder, framed, begun);
  const clean = keep.props;
  const outcomes = createOutcomes(
    config,
    program,
    visitor,
    warn,
    {
      moved: (detail) => emit('segments', detail),
      exposed(exposure) {
        void did('exposure', { ...exposure } as Props);
        tell('exposure', exposure);
      },
    },
    makeApplier,
    !!begun?.isPainted,
  );

  /** Something happened: it is remembered, and everything that depends on it is looked at again. */
  const did = (name: string, props: Props = {}): Promise<void> => {
    if (!running) return Promise.resolve();
    const stored = record(name, props);
    outcomes.refresh();
    outcomes.happened(name);
    return stored;
  };
  /** A page view: recorded once, then decided and applied. `early` is what the page said before us. */
  const open = (early?: () => void) => {
    const { url, facts, given } = pages.open();
    early?.();
    listenToPage();
    // either may have denied
    if (visitor.mode() === 'off') return;
    outcomes.enter(url, facts, given);
    counting?.opened(outcomes.all().map(({ experience }) => experience));
    quiet(captures.refresh)();
    engagement.restart();
  };
  /** What the page told its analytics before us counts for the first decision, so this comes after the page view. */
  const listenToPage = once(() => hearPage(clean, did, say, warn, begun?.heard));
  /** @param isBack the page was away meanwhile: another tab may have said otherwise */
  const start = (early?: () => void, isBack?: boolean) => {
    running = true;
    consent.reread(isBack);
    if (consent.standing() === 'denied' && !isShared) {
      void visitor.erase(consent.mark());
      outcomes.leave(true);
      // somebody may still say otherwise
      listenToPage();
      return;
    }
    isFirst = !readOnFile().consent;
    visitor.begin(consent.grant());
    open(early);
  };
  /** What happened on this page so far is complete: it is being left, hidden, or another one takes its place. */
  const leave = () => {
    lookNow(true);
    if (!running) return;
    const seconds = engagement.take();
    if (seconds > 0 && !framed) void record('engagement', { seconds });
  };
  const reopen = () => {
    pages.forget();
    open();
  };
  const page = () =>
    running && { isFirst, isStored: () => !!readOnFile().consent, refresh: outcomes.refresh, reopen };
  const say = isShared
    ? createObeyVisitor(consent, visitor)
    : createObey(consent, heard, page, () => outcomes.leave(true));

  const engagement = attempt(
    () => watchEngagement(outcomes.signs, (share) => framed || void did('scroll', { share })),
    { take: () => 0, restart() {} },
  );
  const captures = attempt(
    () => watchCaptures(capture, (rule) => void did(rule.event, clean(rule.props ?? {}, rule.event))),
    { refresh() {} },
  );
  quiet(watchRageClicks)(() => void did('rage_click'));
  watchTools((said) => void say(said));
  quiet(watchViews)(
    { listen, quiet },
    () => {
      leave();
      if (running) outcomes.leave();
    },
    (isView, isBack) => {
      if (isBack) pages.forget();
      if (isView) pages.next();
      if (!running) return;
      if (isBack || visitor.mode() === 'off') start(undefined, isBack);
      else open();
    },
  );
  watchLeaving((isGone) => {
    leave();
    // a site that clears localStorage (at logout, say) does not undo what its visitor said
    const denial = running && !isShared && consent.mark();
    if (denial) putDenial(denial);
    visitor.leave(isGone);
  });

  return {
    ...outcomes,
    config,
    visitor,
    start,
    /** The page is the original and nothing is recorded, until `start` again. */
    stop() {
      running = false;
      outcomes.leave();
    },
    consent,
    say,
    did(name: string, props: object) {
      visitor.hurry();
      return did(name, clean(props, name));
    },
    set(traits: Traits) {
      if (!running) return Promise.resolve();
      visitor.hurry();
      const stored = heard.set(clean(traits, 'traits') as Traits);
      // stated before anything was painted: it can still count for what this page shows
      outcomes.refresh(document.readyState === 'loading');
      return stored;
    },
    export: () => exportAll(visitor, consent.standing(), counting),
    ...createTakeBack(
      consent,
      visitor,
      () => outcomes.leave(true),
      () => {
        pages.forget();
        if (running) start();
      },
    ),
  };
}
