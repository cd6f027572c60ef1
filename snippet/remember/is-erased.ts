// Whether everything was erased behind this page's back: in another tab, or by hand.

import type { Life } from './life.ts';
import { NONE } from './merge.ts';
import { readOnFile } from './snapshot.ts';

export async function isErased({ rev, ledger }: Life): Promise<boolean> {
  const { consent } = readOnFile();
  return consent === 'denied' || (rev !== NONE && !consent && !(await ledger.exists()));
}
