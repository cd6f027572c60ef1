// A tag in two files whose second comes when the test says so.

import type { Config } from '../../shared/schema/config.ts';
import type { Site } from './site.ts';
import { twoFilesWith } from './tag.ts';

/** Serves the tag. @returns says whether the rest comes from now on; else it is asked for, and there is no answer */
export function serveHeld(site: Site, config: Config, comes = true): (comes: boolean) => void {
  const files = twoFilesWith(config);
  const never = new Promise<never>(() => {});
  let isComing = comes;
  for (const [name, text] of Object.entries(files)) site.serve(`/${name}`, text);
  site.serve('/selvedge-later.js', async () => (isComing ? files['selvedge-later.js'] : never));
  return (next) => {
    isComing = next;
  };
}
