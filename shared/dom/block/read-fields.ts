// What a block holds on this page: its words chosen by the page's language and filled, its addresses judged. What is odd is
// left out, whatever the schema let through.
import { isByLanguage, keyFor } from '../../grammar/words-for.ts';
import { isImageAllowed, isLinkAllowed } from '../safe.ts';
import type { BlockOptions } from './draw.ts';

export interface Held {
  title: string;
  text: string;
  label: string;
  href: string;
  src: string;
  alt: string;
  code: string;
  /** ms since epoch; NaN: it never ends */
  until: number;
}

interface Given {
  [field: string]: unknown;
}

/** @returns undefined where it says nothing in this language */
export function readFields(
  fields: unknown,
  language: string,
  { fill, hosts }: BlockOptions,
): Held | undefined {
  const { title, text, button, image, code, until }: Given = Object(fields);
  const { label, href }: Given = Object(button);
  const { src, alt }: Given = Object(image);
  const say = (words: unknown): string => {
    const said = isByLanguage(words) ? words[keyFor(words, language) ?? ''] : words;
    return typeof said === 'string' ? fill(said) : '';
  };
  const held: Held = {
    title: say(title),
    text: say(text),
    label: isLinkAllowed(href) ? say(label) : '',
    href: `${href}`,
    src: isImageAllowed(src, hosts) ? `${src}` : '',
    alt: say(alt),
    code: typeof code === 'string' ? code : '',
    until: Date.parse(`${until}`),
  };
  return held.title || held.text ? held : undefined;
}
