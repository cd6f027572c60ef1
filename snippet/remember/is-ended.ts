// Whether a life is over: also where everything was erased behind this page's back, in another tab, or by hand.

import type { Life } from './life.ts';
import { NONE } from './merge.ts';
import { readOnFile } from './snapshot.ts';

async function isErased({ rev, ledger }: Life): Promise<boolean> {
  const { consent } = readOnFile();
  return consent === 'denied' || (rev !== NONE && !consent && !(await ledger.exists()));
}

/**
 * Whether the life is over, or ends now.
 *
 * @param end ends it; not asked for one that ended while this looked
 */
export async function isEnded(life: Life, end: () => void): Promise<boolean> {
  if (!life.isOver && (await isErased(life)) && !life.isOver) end();
  return life.isOver;
}
