// Forgets this browser's profile on the site in front, or opts it out for good.
//
// The tag is asked first, because it holds the profile in memory and would write it again when the page is left;
// then the stage makes sure that nothing is there.

import { askPage } from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import { look, lookAgain, tab } from '../site/page.ts';

type Api = { forget?(): unknown; optOut?(): unknown; optIn?(): unknown } | undefined;

export async function forgetVisitor(): Promise<void> {
  const id = tab.value?.id;
  if (id === undefined) return;
  await askPage(id, () => void (window as { selvedge?: Api }).selvedge?.forget?.()).catch(() => undefined);
  await callStage(id, 'erase', { deny: false });
  await lookAgain();
}

export async function optOut(): Promise<void> {
  const id = tab.value?.id;
  if (id === undefined) return;
  await askPage(id, () => void (window as { selvedge?: Api }).selvedge?.optOut?.()).catch(() => undefined);
  await callStage(id, 'erase', { deny: true });
  await lookAgain();
}

export async function optIn(): Promise<void> {
  const id = tab.value?.id;
  if (id === undefined || look.value?.consent !== 'denied') return;
  await callStage(id, 'erase', { deny: false });
  await askPage(id, () => void (window as { selvedge?: Api }).selvedge?.optIn?.()).catch(() => undefined);
  await lookAgain();
}
