// Whether a visitor reaches a goal for the first time since they were shown an experience, so that who counts goals can
// count visitors. It is read from the events that are remembered; nothing is kept for it.

import type { Config } from '../../shared/schema/config.ts';
import { reach } from '../decide/reach.ts';
import type { Details, Emit } from '../events.ts';
import { whenCalm } from '../idle.ts';
import { attempt, listen, now } from '../native.ts';
import type { Visitor } from '../remember/visitor-api.ts';

/** The page is told as by `emit`, and with a goal for each experience whether it is the first. */
export function tellingFirsts(emit: Emit, { goals = [] }: Config, visitor: Visitor): Emit {
  /** Goals by who reached them, and the experiences they were reached for. */
  const reached = new Set<string>();
  /** ms since epoch; what has happened on this page so far is told one by one */
  let until = now() - performance.now();
  let reading: Promise<void> | undefined;

  /** @returns whether it is new */
  const add = (goal: string, experience: unknown): boolean => {
    const before = reached.size;
    return before < reached.add(JSON.stringify([visitor.seed(), goal, experience])).size;
  };
  const look = async (): Promise<void> => {
    await visitor.ready;
    if (visitor.mode() === 'stored') {
      const shown = new Set<unknown>();
      for (const { name, at, props } of await visitor.events()) {
        if (at >= until) break;
        if (name === 'exposure') shown.add(props.experience);
        for (const goal of goals)
          if (attempt(() => reach(goal, name, props), undefined)) for (const id of shown) add(goal.id, id);
      }
    }
    // another page may reach some meanwhile
    until = Infinity;
  };
  const read = () => (reading ??= look());
  void visitor.ready.then(() => whenCalm(read));
  // not while the page goes: one that is in the middle of a transaction the browser does not keep for the back button
  listen(document, 'visibilitychange', () => void (document.hidden || look()));
  return (type, detail) => {
    if (type !== 'goal') return emit(type, detail);
    const { goal, experiences, ...rest } = detail as Details['goal'];
    const say = () => {
      const told = experiences.map((one) => ({ ...one, first: add(goal, one.id) }));
      emit('goal', { goal, ...rest, experiences: told });
    };
    if (until === Infinity || visitor.mode() !== 'stored') say();
    else void read().then(say, say);
  };
}
