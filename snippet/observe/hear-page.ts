// Hears what the page tells its own analytics: what happened, and what its consent tool says.

import type { Keep } from '../../shared/page/keep.ts';
import type { Props } from '../../shared/schema/props.ts';
import type { Begun } from '../begun.ts';
import { hasActed } from '../consent/acted.ts';
import { createConsentMode } from '../consent/mode.ts';
import type { Said } from '../consent/standing.ts';
import { setTimer } from '../native.ts';
import type { Warn } from '../warn.ts';
import { watchDataLayer } from './data-layer.ts';
import { withoutEcho } from './page-view.ts';

/** @param heard what tools have said before */
export function hearPage(
  clean: Keep['props'],
  did: (name: string, props: Props) => unknown,
  say: (said: Said) => unknown,
  warn: Warn,
  heard?: Begun['heard'],
): void {
  heard?.retell(say);
  /** What stands there already was said at some time: whether a touch came between, nobody knows. */
  let isEarlier = true;
  watchDataLayer(
    (name, fields) => {
      const props = withoutEcho(name, clean(fields, name));
      if (props) did(name, props);
    },
    createConsentMode(say, (states) => (isEarlier ? heard?.wasActed(states) : hasActed()), setTimer),
    () => warn({ code: 'page', message: 'an entry cannot be read; left out', path: 'dataLayer' }),
    heard?.layer,
  );
  isEarlier = false;
}
