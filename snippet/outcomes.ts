// What this visitor gets on this page, and the page as it is then: decide → apply, from one page view to the next.

import { factOf } from '../shared/engine/conditions/fact.ts';
import type { Given } from '../shared/engine/lines/entry.ts';
import type { Facts, Program, View } from '../shared/engine/view.ts';
import type { Signs } from '../shared/page/signs.ts';
import { createTriggers } from '../shared/page/triggers.ts';
import type { Config } from '../shared/schema/config.ts';
import type { Experience, Trigger } from '../shared/schema/experience.ts';
import { createShow, type MakeApplier } from './apply/show.ts';
import { createExperiences, type Decided } from './decide/experiences.ts';
import { createSegments } from './decide/segments.ts';
import { createSwitches, type Switches } from './decide/switches.ts';
import type { Details } from './events.ts';
import { clearTimer, now, setTimer } from './native.ts';
import type { Visitor } from './remember/visitor-api.ts';
import type { Warn } from './warn.ts';

/** Who is told what became of it. */
export interface Hears {
  /** Segments were entered or left. */
  moved(detail: Details['segments']): void;
  /** The visitor saw what an experience gives them. */
  exposed(detail: Details['exposure']): void;
}

export interface Outcomes extends Omit<Switches, 'visible'> {
  view(): View;
  /** The segments that the visitor is in, looked at again first where that is due. */
  segments(): string[];
  /** What the page shows; what is due by now is decided anew first. */
  decided(): Decided[];
  /** All that was decided for this page, shown or not. */
  all(): Decided[];
  /** A page view begins: all is decided, and shown. `given`: what was decided before, and stands. */
  enter(url: URL, facts: Facts, given?: Given[]): void;
  /** Looks again at all that may change while the page is open; `all` also at what showed the original so far. */
  refresh(all?: boolean): void;
  /** An event happened that an experience may have waited for. */
  happened(event: string): void;
  /** Where the signs go that experiences wait for. */
  signs: Signs;
  /** Takes everything back: the page is what it would be without us. `isErased`: nobody is in a segment any more. */
  leave(isErased?: boolean): void;
}

export function createOutcomes(
  config: Config,
  program: Program,
  visitor: Visitor,
  warn: Warn,
  { moved, exposed }: Hears,
  makeApplier: MakeApplier,
  isPainted: boolean,
): Outcomes {
  let facts: Facts = {};
  /** Between `enter` and `leave`. */
  let isEntered = false;
  const view = (): View => {
    const mode = visitor.mode();
    const doubt = mode === 'stored' ? {} : { doubt: mode === 'memory' ? mode : ('waiting' as const) };
    return { program, profile: visitor.profile(), facts, now: now(), ...doubt };
  };
  const { visible, ...switches } = createSwitches(visitor.profile);
  const experiences = createExperiences(config.experiences, view, visitor.seed, warn);
  const segments = createSegments(config.segments, view, warn, moved, experiences.until, () => refresh());
  const triggers = createTriggers({ setTimer, clearTimer });
  const show = createShow(
    config,
    (kind, name) => (kind === 'trait' ? visitor.profile().traits[name] : factOf(view(), name)),
    () => (visitor.mode() === 'stored' ? String(visitor.profile().visit?.number) : undefined),
    warn,
    exposed,
    makeApplier,
    isPainted,
  );
  const shown = () => visible(experiences.list());
  const render = () => show.update(shown());
  const refresh = (all?: boolean) => {
    if (!isEntered || visitor.mode() === 'off') return;
    segments.refresh();
    experiences.again(all);
    render();
  };
  return {
    view,
    segments: segments.ids,
    decided: () => segments.ids() && shown(),
    all: experiences.list,
    enter(url, its, given) {
      facts = its;
      isEntered = true;
      segments.refresh();
      const wait = (experience: Experience, trigger: Trigger) =>
        triggers.wait(trigger, () => {
          experiences.fire(experience);
          render();
        });
      experiences.enter(url, wait, given);
      render();
    },
    refresh,
    happened: triggers.event,
    signs: triggers,
    leave(isErased) {
      isEntered = false;
      triggers.reset();
      experiences.leave();
      show.update([]);
      show.leave();
      segments.stop(isErased);
    },
    ...switches,
    original(id, wanted) {
      switches.original(id, wanted);
      render();
    },
  };
}
