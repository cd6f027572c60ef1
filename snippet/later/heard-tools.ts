// What consent tools said while the page had but a listener (listen/hear-tools.ts), for whoever hears them from now on.

import type { Begun } from '../begun.ts';
import { createTcf } from '../consent/tcf.ts';
import { quiet } from '../native.ts';
import type { Heard } from '../now/ears.ts';

export const heardTools = ({ tcf, layer, acted }: Heard): NonNullable<Begun['heard']> => ({
  layer,
  wasActed: (states) => acted.includes(states),
  retell(say) {
    for (const calls of tcf) {
      const hear = quiet(createTcf(say));
      for (const [data, ok] of calls) hear(data, ok);
    }
  },
});
