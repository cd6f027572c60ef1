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
  let seed: string | undefined;
  /** Goals by the experiences they were reached for. */
  const reached = new Set<string>();
  /** ms since epoch; what has happened on this page so far is told one by one */
  const openedAt = now() - performance.now();
  let isRead = false;
  let reading: Promise<void> | undefined;

  const isStored = () => visitor.mode() === 'stored';
  /** @returns whether it is new */
  const add = (goal: string, experience: unknown): boolean => {
    // of somebody else, or erased
    if (seed !== visitor.seed()) reached.clear();
    seed = visitor.seed();
    const before = reached.size;
    reached.add(JSON.stringify([goal, experience]));
    return reached.size > before;
  };
  const look = async (): Promise<void> => {
    const events = await visitor.events();
    const shown = new Set<unknown>();
    for (const { name, at, props } of events) {
      if (!isRead && at >= openedAt) break;
      if (name === 'exposure') shown.add(props.experience);
      for (const goal of goals)
        if (attempt(() => reach(goal, name, props), undefined)) for (const id of shown) add(goal.id, id);
    }
    isRead = true;
  };
  const read = (): Promise<void> => {
    reading ??= visitor.ready.then(() => (isStored() ? look() : undefined));
    return reading;
  };
  const tell = ({ goal, experiences, ...rest }: Details['goal']) =>
    emit('goal', {
      goal,
      ...rest,
      experiences: experiences.map((one) => ({ ...one, first: add(goal, one.id) })),
    });
  void visitor.ready.then(() => whenCalm(read));
  // another page may have reached some meanwhile
  listen(document, 'visibilitychange', () => isRead && isStored() && void look());
  return (type, detail) => {
    if (type !== 'goal') return emit(type, detail);
    const say = () => tell(detail as Details['goal']);
    if (isRead || !isStored()) say();
    else void read().then(say, say);
  };
}
