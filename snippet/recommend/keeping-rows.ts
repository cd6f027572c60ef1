// Where items are known from their pages: what this page says of its own item is remembered, for lists of other pages. What a
// tag holds whose config says so; what reads and judges it is the file that draws lists (main.ts).

import { ROW_ELEMENT, ROW_EVENT } from '../../shared/items/item-row.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Visitor } from '../remember/visitor-api.ts';
import type { KeepRow } from './main.ts';

/** What of the tag it needs. */
export interface Now {
  config: Config;
  visitor: Pick<Visitor, 'track'>;
}

/**
 * @param load loads the file that draws lists
 * @param ask does it once there is a config
 * @param refuse says why it is not
 */
export const rows = (
  load: () => Promise<unknown>,
  ask: (act: (now: Now) => Promise<void>) => Promise<unknown>,
  refuse: (message: string) => void,
): void => {
  const keep = async () => {
    // the element may be the last one of the page
    if (document.readyState === 'loading')
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
    await ask(async ({ config: { items }, visitor }) => {
      if (!items?.pages || !document.getElementById(ROW_ELEMENT)) return;
      const { keepRow } = (await load()) as { keepRow: KeepRow };
      await keepRow((props) => visitor.track(ROW_EVENT, props), refuse);
    });
  };
  keep().catch((error) => refuse(`what this page says of its item is not remembered: ${error}`));
};
export type KeepRows = typeof rows;
