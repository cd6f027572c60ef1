// What a link, button or form calls itself, as a visitor reads or hears it. Never what was typed into a field.

import { shorten } from '../../wire/say-change.ts';
import { sayText } from '../targets/take-print.ts';

const MOST = 40;

const read = (element: Element | null | undefined, name: string): string =>
  element?.getAttribute(name)?.trim() ?? '';

/** Of a form: its heading, or the button that sends it. */
const nameOfForm = (form: Element): string =>
  [...form.querySelectorAll('legend, h1, h2, h3, h4, button:not([type=button i]), input[type=submit i]')]
    .map((one) => sayText(one) || read(one, 'value'))
    .find(Boolean) ?? '';

export function nameOf(element: Element): string {
  const isForm = element.localName === 'form';
  const name =
    read(element, 'aria-label') ||
    (isForm ? nameOfForm(element) : sayText(element)) ||
    // what stands on a button is no entry of a visitor's
    (element.matches('input:is([type=submit i], [type=button i], [type=reset i])')
      ? read(element, 'value')
      : '') ||
    (element instanceof HTMLInputElement ? sayText(element.labels?.[0] ?? element) : '') ||
    read(element, 'alt') ||
    read(element.querySelector('img[alt]'), 'alt') ||
    read(element.querySelector('[aria-label]'), 'aria-label') ||
    read(element, 'title');
  return shorten(name, MOST);
}
