// Listening in a block: what fails is never the page's error.
import { listen } from '../native.ts';

/** As `addEventListener`. */
export function on<E extends Event>(target: EventTarget, type: string, act: (event: E) => void): void {
  listen(target, type, (event: E) => {
    try {
      act(event);
    } catch {
      // a page may have broken what it needs
    }
  });
}
