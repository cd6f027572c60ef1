// What a previewed page shows, as a function of the stored state: its scene, the triggers that have fired on it, and
// what is asked for a while (a peek at the original, something else for a check).

import type { Placement } from '../../../shared/dom/claim.ts';
import { readFacts } from '../../../shared/dom/facts.ts';
import type { Problem } from '../../../shared/dom/page-problem.ts';
import type { PreviewState } from '../../wire/preview-state.ts';
import { decideScene, type Scene } from '../../wire/scene.ts';
import type { Status } from '../../wire/stage-shapes.ts';
import { createFiredTriggers } from './fired-triggers.ts';
import { createSceneApplier } from './scene-applier.ts';

/** What is shown in place of a state; nothing where the state says it by itself by now. */
export type Sketch = (state: PreviewState) => PreviewState | undefined;

export interface Showing {
  /** Shows this state; without one, what it has, decided anew. */
  show(next?: PreviewState): void;
  state(): PreviewState | undefined;
  scene(): Scene | undefined;
  /** what did not work of what is shown */
  problems(): Problem[];
  status(): Omit<Status, 'token' | 'documentAt' | 'order'>;
  peek(on: boolean): void;
  fire(experience: string): void;
  borrow(placements: Placement[] | undefined): void;
  /** Shows what is made of each state, as often as one likes: nobody is told. None: the state itself. */
  sketch(next: Sketch | undefined): void;
  /** Another page of an app: nothing has fired on it. */
  turn(): void;
  /** The page is as the site serves it. */
  clear(): void;
}

/** The scene of the page in view, for this state. */
export function decideHere(state: PreviewState, fired: ReadonlySet<string>): Scene {
  const url = new URL(location.href);
  return decideScene(state, url, readFacts(url, {}), Date.now(), fired);
}

export function createShowing(changed: () => void): Showing {
  let state: PreviewState | undefined;
  let scene: Scene | undefined;
  let isPeeking = false;
  let borrowed: Placement[] | undefined;
  let sketch: Sketch | undefined;
  let sketched: Placement[] | undefined;
  const triggers = createFiredTriggers(() => show());
  const applier = createSceneApplier(() => scene, changed);

  const put = () => {
    if (state && scene)
      applier.show(borrowed ?? (isPeeking ? [] : (sketched ?? scene.placements)), state.config.hosts ?? []);
  };
  const draw = () => {
    const next = state && sketch?.(state);
    if (!next) sketch = undefined;
    sketched = next && decideHere(next, triggers.fired).placements;
  };
  const show = (next = state) => {
    if (!next) return;
    state = next;
    scene = decideHere(state, triggers.fired);
    draw();
    for (const { experience: id } of scene.shown) {
      const one = state.config.experiences.find((experience) => experience.id === id);
      if (one?.trigger) triggers.waitFor(id, one.trigger);
    }
    put();
    changed();
  };
  return {
    show,
    state: () => state,
    scene: () => scene,
    problems: applier.problems,
    status: () => ({
      url: location.href,
      segments: scene?.segments ?? [],
      shown: scene?.shown.map((one) => ({ ...one })) ?? [],
      problems: applier.problems().slice(0, 50),
      visible: applier.visible(),
      isPeeking,
    }),
    peek(on) {
      if (isPeeking === on || !state) return;
      isPeeking = on;
      show();
    },
    fire(experience) {
      triggers.fire(experience);
      show();
    },
    borrow(placements) {
      borrowed = placements;
      show();
    },
    sketch(next) {
      sketch = next;
      draw();
      put();
    },
    turn: triggers.reset,
    clear() {
      applier.stop();
      triggers.reset();
      scene = state = borrowed = sketch = sketched = undefined;
      isPeeking = false;
    },
  };
}
