// Shows a page as a previewed visitor gets it: the tag stands by, our applier (the tag's own code) takes its place.
//
// What is shown is a function of the stored state alone (wire/preview-state.ts), so panel, keys and a restarted
// browser process cannot disagree. Ending leaves the page, its storage and the tag as if we had never been here.

import type { Placement } from '../../../shared/dom/claim.ts';
import type { Problem } from '../../../shared/dom/page-problem.ts';
import { watchViews } from '../../../shared/page/watch-views.ts';
import { t } from '../../../shared/words/t.ts';
import type { Undo } from '../../wire/browser.ts';
import { type PreviewState, previewOf } from '../../wire/preview-state.ts';
import type { Scene } from '../../wire/scene.ts';
import type { Status } from '../../wire/stage-shapes.ts';
import { cover } from './cover.ts';
import { ears } from './ears.ts';
import { dropToken, isToken, keepToken, readToken } from './kept-token.ts';
import { createShowing, decideHere, type Sketch } from './showing.ts';
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
  /** Shows what is made of the state, whatever it becomes meanwhile; `undefined` shows the preview again. */
  sketch(next: Sketch | undefined): void;
  change(next: (before: PreviewState) => PreviewState): Promise<void>;
  /** What another visitor would get here; undefined while nothing is previewed. */
  imagine(as: PreviewState['as']): Scene | undefined;
}

/** @returns what tells once of all that happens in one turn */
function oncePerTurn(tell: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      tell();
    });
  };
}

export function createPreview(changed: (status: Status) => void): Preview {
  let token: string | undefined;
  let unwatch: Undo = () => {};
  /** Whether the page in view is what the server was asked for. */
  let isLoaded = true;
  const showing = createShowing(oncePerTurn(() => changed(status())));

  let order = 0;
  const status = (): Status => ({
    documentAt: performance.timeOrigin,
    order: ++order,
    ...(showing.state() && token !== undefined && { token }),
    ...showing.status(),
  });
  const walk = () => {
    const [state, scene] = [showing.state(), showing.scene()];
    if (state && token !== undefined && scene) void walkOn(token, state, scene, isLoaded);
  };
  const end = () => {
    const was = token;
    unwatch();
    unwatch = () => {};
    token = undefined;
    showing.clear();
    dropToken();
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
    unwatch = previewOf(next).watch((value) => (value ? showing.show(value) : end()));
    showing.show(found);
    walk();
    return true;
  };
  /** Ends a preview that is over elsewhere: its token, and the tag's standby, may be left here. */
  const drop = (leftover: string) => {
    token = leftover;
    end();
  };

  // a preview goes on from page to page: the stage is here before the page's own scripts
  const kept = readToken();
  if (kept) {
    const reveal = cover();
    void take(kept).then((isTaken) => {
      if (!isTaken && isToken(kept)) drop(kept);
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
      if (!showing.state()) return;
      if (isView) showing.turn();
      showing.show();
      if (isView) walk();
    },
  );

  return {
    status,
    problems: showing.problems,
    state: showing.state,
    async start(next) {
      keepToken(next);
      tell('standby');
      if (await take(next)) return;
      drop(next);
      throw new Error(t`this preview is over; start it again`);
    },
    end,
    peek: showing.peek,
    fire: showing.fire,
    borrow: showing.borrow,
    sketch: showing.sketch,
    async change(next) {
      if (token !== undefined) await previewOf(token).update((stored) => stored && next(stored));
    },
    imagine(as) {
      const state = showing.state();
      return state && decideHere({ ...state, as }, new Set(state.config.experiences.map(({ id }) => id)));
    },
  };
}
