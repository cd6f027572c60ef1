// Counts down to an instant of the device's clock, by one timer, and says when it is there. It ends itself where the block
// has left the page.
import { wait } from '../native.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Longer than this browsers do not wait; and clocks are set meanwhile. */
const LONGEST = 3_600_000;
/** Looks (s) at a block that is nowhere: a page may have taken it out for a moment. */
const MOST_GONE = 10;

/** What is left, in the units that it is written in: numbers of the page's language. */
export function createDigits(into: Element, language: string, make: (name: 'span' | 'b') => HTMLElement) {
  let shown: { each: number; format: Intl.NumberFormat; name: Text; number: HTMLElement }[] = [];
  const begin = (left: number) => {
    // which units there are stays as it begins: nothing moves
    shown = UNITS.filter(([unit]) => unit !== 'day' || left >= 86_400).map(([unit, each]) => {
      const cell = make('span');
      const number = make('b');
      const name = document.createTextNode('');
      cell.append(number, name);
      into.append(cell);
      return { each, number, name, format: createFormat(language, unit) };
    });
  };
  return (leftMs: number): void => {
    let left = Math.max(0, Math.ceil(leftMs / 1000));
    if (!shown[0]) begin(left);
    for (const { each, format, number, name } of shown) {
      const parts = format.formatToParts(Math.floor(left / each));
      left %= each;
      const say = (isUnit: boolean) =>
        parts
          .filter(({ type }) => (type === 'unit') === isUnit && type !== 'literal')
          .map(({ value }) => value)
          .join('');
      number.textContent = say(false);
      name.data = say(true);
    }
  };
}

function createFormat(language: string, unit: string): Intl.NumberFormat {
  const how: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'short' };
  try {
    return new Intl.NumberFormat(language || undefined, how);
  } catch {
    return new Intl.NumberFormat('en', how);
  }
}

/**
 * @param until ms since epoch
 * @param tell what is left (ms), each second; without it only the end matters
 */
export function countDown(
  host: Element,
  until: number,
  tell: ((left: number) => void) | undefined,
  end: () => void,
): void {
  let gone = 0;
  const tick = (): void => {
    const left = until - Date.now();
    tell?.(left);
    if (left <= 0) {
      end();
      return;
    }
    if (!host.isConnected && ++gone > MOST_GONE) return;
    wait(tick, tell ? left % 1000 || 1000 : Math.min(left, LONGEST));
  };
  tick();
}
