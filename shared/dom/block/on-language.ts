// Hears when the page changes its language, as an app does that is switched.
import { MutationObserver } from '../native.ts';

/** By what they are about: once that is on the page no more, they hear of nothing. */
const acts = new Map<object, () => void>();
let observer: MutationObserver | undefined;

const isGone = (of: object): boolean => 'isConnected' in of && !of.isConnected;

function hear(): void {
  for (const [of, act] of [...acts]) {
    if (isGone(of)) acts.delete(of);
    else
      try {
        act();
      } catch {
        // a page may have broken what it needs
      }
  }
}

/** @param of a block on the page, or what is to be one */
export function onLanguage(of: object, act: () => void): void {
  for (const other of acts.keys()) if (isGone(other)) acts.delete(other);
  acts.set(of, act);
  if (observer) return;
  observer = new MutationObserver(hear);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
}

export const forgetLanguage = (of: object): void => void acts.delete(of);
