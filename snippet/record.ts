// Puts what happens into memory: cleaned of personal data, with the visit it belongs to, and checked against the goals.

import { isNewVisit } from '../shared/engine/fold.ts';
import { createKeep, type Keep } from '../shared/page/keep.ts';
import type { Config } from '../shared/schema/config.ts';
import type { Props } from '../shared/schema/props.ts';
import { reach } from './decide/reach.ts';
import type { Emit } from './events.ts';
import { now, quiet, URL, warnConsole } from './native.ts';
import { type PageArrival, readArrival } from './observe/arrival.ts';
import type { Visitor } from './remember/visitor-api.ts';
import type { Warn } from './warn.ts';

export interface Recorder {
  /** Remembers an event, of now or of `at`; tells the page of the goals it reaches. Resolves when it is stored. */
  record(name: string, props?: Props, arrival?: PageArrival, at?: number): Promise<void>;
  /** What may be remembered; what is left out is said, once a place. */
  keep: Keep;
}

export function createRecorder(
  { goals, privacy }: Config,
  visitor: Visitor,
  emit: Emit,
  warn: Warn,
): Recorder {
  const keep = createKeep(privacy?.plain, (path) =>
    warn({ code: 'personal', message: 'looks personal; not remembered', path }),
  );
  return {
    keep,
    record(name, props = {}, from, at) {
      // a visit that begins in an open page has come from nowhere
      const { arrival, tagged } =
        from ??
        (isNewVisit(visitor.profile(), at ?? now())
          ? readArrival(new URL(location.href.replace(/\?[^#]*/, '')), '', keep)
          : {});
      // what cannot be remembered is said, and is nobody's unhandled rejection
      const stored = visitor
        .track(name, props, arrival, tagged, at)
        .catch((error) => warnConsole('[selvedge]', error));
      // one that cannot be read is no other's problem, and not the page's
      const tell = quiet((goal: NonNullable<Config['goals']>[0]) => {
        const reached = reach(goal, name, props);
        if (!reached) return;
        const { exposed, exposedIn } = visitor.profile();
        const experiences = Object.entries(exposed).map(([id, variant]) => ({
          id,
          ...(variant ? { outcome: 'variant' as const, variant } : { outcome: 'holdout' as const }),
          ...(exposedIn?.[id] && { segment: exposedIn[id] }),
        }));
        emit('goal', { ...reached, experiences });
      });
      if (visitor.mode() !== 'off') for (const goal of goals ?? []) tell(goal);
      return stored;
    },
  };
}
