// Shows a page as a previewed visitor gets it: the tag stands by, our applier (the tag's own code) takes its place.
//
// What is shown is a function of the stored state alone (wire/preview-state.ts), so panel, keys and a restarted
// browser process cannot disagree. Ending leaves the page, its storage and the tag as if we had never been here.

import { type Applier, createApplier } from '../../../shared/dom/applier.ts';
import type { Placement } from '../../../shared/dom/claim.ts';
import { readFacts } from '../../../shared/dom/facts.ts';
import type { Problem } from '../../../shared/dom/page-problem.ts';
import { fillTokens } from '../../../shared/dom/tokens.ts';
import { factOf } from '../../../shared/engine/conditions/fact.ts';
import { hearSigns } from '../../../shared/page/signs.ts';
import { createTriggers } from '../../../shared/page/triggers.ts';
import { watchViews } from '../../../shared/page/watch-views.ts';
import type { Trigger } from '../../../shared/schema/experience.ts';
import type { Undo } from '../../wire/browser.ts';
import { PREVIEW_KEY, type PreviewState, previewOf } from '../../wire/preview-state.ts';
import { decideScene, type Scene } from '../../wire/scene.ts';
import type { Status } from '../../wire/stage-shapes.ts';
import { cover } from './cover.ts';
import { ears, timers } from './ears.ts';
import { walkOn } from './walk-on.ts';

const tell = (name: 'standby' | 'resume') => document.dispatchEvent(new CustomEvent(`selvedge:${name}`));

export interface Preview {
  status(): Status;
  /** what did not work of what is shown */
  problems(): Problem[];
  state(): PreviewState | undefined;
  start(token: string): Promise<void>;
  end(): void;
  peek(on: boolean): void;
  fire(experience: string): void;
  /** Shows something else for a while (checks, contact sheet); `undefined` shows the preview again. */
  borrow(placements: Placement[] | undefined): void;
  change(next: (before: PreviewState) => PreviewState): Promise<void>;
  /** What another visitor would get here; undefined while nothing is previewed. */
  imagine(as: PreviewState['as']): Scene | undefined;
}

export function createPreview(changed: (status: Status) => void): Preview {
  let token: string | undefined;
  let state: PreviewState | undefined;
  let scene: Scene | undefined;
  let applier: Applier | undefined;
  let hosts: string[] = [];
  let unwatch: Undo = () => {};
  /** Whether the page in view is what the server was asked for. */
  let isLoaded = true;
  let isPeeking = false;
  let borrowed: Placement[] | undefined;
  const fired = new Set<string>();
  const visible = new Set<string>();
  let problems: Problem[] = [];

  const status = (): Status => ({
    ...(state && token !== undefined && { token }),
    url: location.href,
    segments: scene?.segments ?? [],
    shown: scene?.shown.map((one) => ({ ...one })) ?? [],
    problems: problems.slice(0, 50),
    visible: [...visible],
    isPeeking,
  });
  let isDue = false;
  /** Once for all that happens in one turn. */
  const announce = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      changed(status());
    });
  };
  const triggers = createTriggers(timers);
  hearSigns(ears.listen, triggers);
  /** Those that wait for their trigger on this page. */
  const waiting = new Set<string>();
  const waitFor = (id: string, trigger: Trigger) => {
    if (waiting.has(id)) return;
    waiting.add(id);
    triggers.wait(trigger, () => {
      fired.add(id);
      show();
    });
  };
  const leave = () => {
    triggers.reset();
    waiting.clear();
    fired.clear();
  };

  const createOurs = () =>
    createApplier({
      window,
      isBlind: true,
      hosts,
      fill: (template) => {
        if (!scene) return template;
        const { view } = scene;
        return fillTokens(template, (kind, name) =>
          kind === 'trait' ? view.profile.traits[name] : factOf(view, name),
        );
      },
      report(problem) {
        problems.push(problem);
        announce();
      },
      shown(experience) {
        visible.add(experience);
        announce();
      },
    });
  const show = () => {
    if (!state) return;
    const url = new URL(location.href);
    scene = decideScene(state, url, readFacts(url, {}), Date.now(), fired);
    for (const { experience: id } of scene.shown) {
      const one = state.config.experiences.find((experience) => experience.id === id);
      if (one?.trigger && !fired.has(id)) waitFor(id, one.trigger);
    }
    if (`${hosts}` !== `${state.config.hosts ?? []}` || !applier) {
      applier?.stop();
      hosts = state.config.hosts ?? [];
      applier = createOurs();
    }
    visible.clear();
    problems = [];
    applier.show(borrowed ?? (isPeeking ? [] : scene.placements));
    announce();
  };
  const clear = () => {
    unwatch();
    unwatch = () => {};
    applier?.stop();
    leave();
    applier = scene = state = token = borrowed = undefined;
    isPeeking = false;
    visible.clear();
    problems = [];
  };
  const end = () => {
    const was = token;
    clear();
    try {
      sessionStorage.removeItem(PREVIEW_KEY);
    } catch {
      // blocked: then nothing was there
    }
    if (was !== undefined) tell('resume');
    changed(status());
  };
  /** Takes up a token; false when it stands for nothing here. */
  const take = async (next: string): Promise<boolean> => {
    const found = await previewOf(next)
      .read()
      .catch(() => undefined);
    if (!found || found.origin !== location.origin) return false;
    unwatch();
    token = next;
    state = found;
    unwatch = previewOf(next).watch((value) => {
      if (!value) return end();
      state = value;
      show();
    });
    show();
    if (scene) void walkOn(next, found, scene, isLoaded);
    return true;
  };

  // a preview goes on from page to page: the stage is here before the page's own scripts
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem(PREVIEW_KEY);
  } catch {
    // storage is blocked: no preview goes on here
  }
  if (kept) {
    const reveal = cover();
    void take(kept).then((isTaken) => {
      // a leftover, or a word of the page's own: no preview of ours
      if (!isTaken && /^[\da-f]{32}$/.test(kept ?? '')) {
        token = kept ?? undefined;
        end();
      }
      reveal();
    });
  }
  // pages of an app change without loading
  watchViews(
    ears,
    () => {
      isLoaded = false;
    },
    (isView) => {
      if (!state) return;
      if (isView) leave();
      show();
      if (isView && token !== undefined && scene) void walkOn(token, state, scene, isLoaded);
    },
  );

  return {
    status,
    problems: () => problems,
    state: () => state,
    async start(next) {
      sessionStorage.setItem(PREVIEW_KEY, next);
      tell('standby');
      if (await take(next)) return;
      token = next;
      end();
      throw new Error('this preview is over; start it again');
    },
    end,
    peek(on) {
      if (isPeeking === on || !state) return;
      isPeeking = on;
      show();
    },
    fire(experience) {
      fired.add(experience);
      show();
    },
    borrow(placements) {
      borrowed = placements;
      show();
    },
    async change(next) {
      if (token === undefined || !state) return;
      const before = state;
      await previewOf(token).update((stored) => next(stored ?? before));
    },
    imagine: (as) =>
      state &&
      decideScene(
        { ...state, as },
        new URL(location.href),
        readFacts(new URL(location.href), {}),
        Date.now(),
        new Set(state.config.experiences.map(({ id }) => id)),
      ),
  };
}
