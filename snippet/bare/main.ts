// The tag without a config, for `data-config`. It takes its place as a published first file does, and obeys whoever refuses;
// it decides nothing and shows nothing, as it has no table. So the rest comes at once, and what that is going to need with
// it: the config, which it finds by the script element, and what shows changes, which a page that has just begun would
// otherwise wait for last.

import { attempt } from '../now/attempt.ts';
import { beginBy } from '../now/begin-by.ts';
import { isMoot } from './is-moot.ts';
import { answered, loadAhead } from './load-ahead.ts';

const ears = beginBy('', (_queue, tag, isRefused) => {
  if (attempt(() => isMoot(tag, isRefused), false)) return { decided: null, config: answered() };
  return { config: attempt(() => loadAhead(tag), undefined) };
});
if (ears && !ears.isQuiet) ears.bring();
