// Whether everything was erased behind this page's back: in another tab, or by hand.

import type { Ledger } from './ledger.ts';
import { NONE } from './merge.ts';
import { readOnFile } from './snapshot.ts';

/** @param rev of the stored state that memory is built on */
export async function isErased(rev: number, ledger: Ledger): Promise<boolean> {
  const { consent } = readOnFile();
  return consent === 'denied' || (rev !== NONE && !consent && !(await ledger.exists()));
}
