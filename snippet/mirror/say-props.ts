// What was done, and what the page said of it, in words: nothing as programs write it.

import { own } from '../../shared/engine/dig.ts';
import type { Speech } from './speak.ts';

type Says = Pick<Speech, 'names' | 'locale'>;

/** Of a name that nobody put into words: "sizeGuide-opened" → "size guide opened". */
const spaced = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, (_hump, last: string, next: string) => `${last} ${next.toLowerCase()}`)
    .replace(/[\s_.:-]+/g, ' ')
    .trim();

/** "viewed" → "Viewed" */
export const capitalise = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

export const sayEvent = (event: string, { names, locale }: Says): string =>
  own(names.events, event) ?? capitalise(spaced(event), locale);

/** Of an item its name; of what else holds several fields each of them. */
export function sayValue(given: unknown, says: Says): string {
  if (Array.isArray(given)) return given.map((one) => sayValue(one, says)).join(', ');
  if (given && typeof given === 'object') {
    const { item_name, item_id } = given as Record<string, unknown>;
    return `${item_name ?? item_id ?? sayProps(given, says)}`;
  }
  if (typeof given === 'boolean') return says.names.names[`${given}`] ?? '';
  return typeof given === 'number' ? given.toLocaleString(says.locale) : `${given ?? ''}`;
}

/** "product: Tent, Mat, value: 120"; nothing of what holds nothing, and where it is ours nothing of what has no words. */
export const sayProps = (props: object, says: Says, isOurs?: boolean): string =>
  Object.entries(props)
    .map(([key, given]) => [own(says.names.names, key) ?? (isOurs ? '' : spaced(key)), sayValue(given, says)])
    .flatMap(([name, said]) => (name && said ? `${name}: ${said}` : []))
    .join(', ');
