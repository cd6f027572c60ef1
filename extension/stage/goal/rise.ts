// From what lies under the pointer up to what is clicked or sent: a link or button, or a form.

import type { Act } from '../../wire/goal-shapes.ts';
import { findPath } from '../edit/describe-picked.ts';

const ROLES = ['button', 'link', 'tab', 'menuitem', 'checkbox', 'radio', 'switch', 'option'];
const TYPES = ['submit', 'button', 'image', 'reset', 'checkbox', 'radio'];

/** What can be picked, as a selector. */
export const ACTED: Record<Act, string> = {
  click: [
    'a[href], area[href], button, summary, label, [onclick]',
    ...TYPES.map((type) => `input[type=${type} i]`),
    ...ROLES.map((role) => `[role=${role}]`),
  ].join(),
  submit: 'form',
};

/** A page that listens by script shows it by the pointer's form: the outermost part that has it. */
function findPointed(upwards: Element[]): Element | undefined {
  const end = upwards.findIndex((one) => getComputedStyle(one).cursor !== 'pointer');
  const pointed = end < 0 ? upwards : upwards.slice(0, end);
  return pointed.filter((one) => one !== document.body).at(-1);
}

/** The form that a field or button belongs to, though it stands elsewhere. */
const findForm = (element: Element): Element | undefined =>
  (element instanceof HTMLButtonElement || element instanceof HTMLInputElement ? element.form : null) ??
  undefined;

export function rise(element: Element, act: Act): Element | undefined {
  const upwards = findPath(element).reverse();
  const found = upwards.find((one) => one.matches(ACTED[act]));
  if (act === 'submit') return found ?? findForm(element);
  // a click on a label is one on its box, and so are the keys
  if (found instanceof HTMLLabelElement) return found.control ?? found;
  return found ?? findPointed(upwards);
}
