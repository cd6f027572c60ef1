// Leaves the author's own browser out of what is counted, by the visitor's own switch: what either of them says the other
// finds, and undoes.

import { askPage } from '../../wire/browser.ts';
import { lookAgain, memory, tab } from '../site/page.ts';

interface Api {
  export?(): Promise<{ traits?: { selvedge_off?: unknown } }>;
  set?(traits: { selvedge_off: unknown[] | null }): Promise<void>;
}

/** As `snippet/decide/switches.ts` reads it. */
export const isLeftOut = (): boolean => [memory.value?.traits.selvedge_off].flat().includes('measure');

// these run in the page, so they share nothing

const leave = async (): Promise<void> => {
  const { selvedge } = window as { selvedge?: Api };
  const off = [(await selvedge?.export?.())?.traits?.selvedge_off ?? []].flat();
  await selvedge?.set?.({ selvedge_off: [...off.filter((one) => one !== 'measure'), 'measure'] });
};
const comeBack = async (): Promise<void> => {
  const { selvedge } = window as { selvedge?: Api };
  const off = [(await selvedge?.export?.())?.traits?.selvedge_off ?? []].flat();
  const rest = off.filter((one) => one !== 'measure');
  await selvedge?.set?.({ selvedge_off: rest.length ? rest : null });
};

/** @returns whether it is so now: where nothing is remembered, nothing is said for good either */
export async function leaveOut(isOut: boolean): Promise<boolean> {
  const id = tab.value?.id;
  if (id === undefined) return false;
  // what the page answers is not believed: its memory is read
  await askPage(id, isOut ? leave : comeBack).catch(() => undefined);
  await lookAgain();
  return isLeftOut() === isOut;
}
