// One change to the page in plain words, and the element it is about.

import { collapse } from '../../shared/engine/collapse.ts';
import { OTHERS, type Words } from '../../shared/grammar/words-for.ts';
import type { Change, ChangeOf } from '../../shared/schema/change.ts';
import type { Target } from '../../shared/schema/target.ts';
import { sayLanguage } from './say-language.ts';

const TAGS: Record<string, string> = {
  h1: 'headline',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  p: 'paragraph',
  a: 'link',
  button: 'button',
  img: 'picture',
  picture: 'picture',
  ul: 'list',
  ol: 'list',
  li: 'list item',
  nav: 'navigation',
  header: 'header',
  footer: 'footer',
  section: 'section',
  article: 'article',
  aside: 'side note',
  form: 'form',
  input: 'field',
  label: 'label',
  table: 'table',
  figure: 'figure',
  span: 'text',
  strong: 'text',
  em: 'text',
  blockquote: 'quotation',
  body: 'page',
  main: 'main part',
  div: 'block',
};

export const shorten = (text: string, most = 40): string => {
  const plain = collapse(text);
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
};

/** An id or a class that somebody wrote, not a build. */
const NAME = /[#.]([a-z]{3,}(?:[-_][a-z]+)*)(?![\w-])/gi;
const sayName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();

/** "hero title", "link call to action", "paragraph in teaser"; the selector where it holds no words. */
function saySelector(css: string, kind: string | undefined): string {
  // a value is no name
  const plain = css.replace(/\[[^\]]*\]/g, '[]');
  const name = [...plain.matchAll(NAME)].at(-1);
  if (!name?.[1]) return kind === undefined ? css : /^[\w-]+$/.test(css) ? kind : `${kind} ${css}`;
  const isOwn = !/[\s>+~]/.test(plain.slice(name.index));
  if (kind === undefined) return isOwn ? sayName(name[1]) : css;
  return `${kind} ${isOwn ? '' : 'in '}${sayName(name[1])}`;
}

/** "headline “Dry nights”", or what the selector says where nothing better is known. */
export function sayElement({ css, text, print }: Target): string {
  const tag =
    print?.tag ??
    /^([a-z][\w-]*)$/i.exec(
      css
        .split(/[\s>]+/)
        .at(-1)
        ?.replace(/[.#:[].*$/, '') ?? '',
    )?.[1];
  const kind = tag === undefined ? undefined : (TAGS[tag] ?? tag);
  const said = text ?? print?.text ?? print?.attributes?.alt;
  if (kind !== undefined && said) return `${kind} “${shorten(said, 30)}”`;
  return kind !== undefined && print ? kind : saySelector(css, kind);
}

const PLACES = { before: 'before', after: 'after', first: 'at the start of', last: 'at the end of' } as const;
const SPOTS = {
  top: 'at the top of the window',
  bottom: 'at the bottom of the window',
  corner: 'in the corner of the window',
  centre: 'in the middle of the window',
} as const;
/** As authors call the shapes of blocks. */
export const SHAPES = {
  banner: 'Banner',
  bar: 'Bar',
  popup: 'Pop-up',
  slide: 'Slide-in',
  note: 'Note',
  card: 'Card',
  coupon: 'Coupon',
  countdown: 'Countdown',
} as const;
const sayHtml = (html: string): string => shorten(html.replace(/<[^>]*>/g, ' '));

/** "“For tents”", or by language "“Für Zelte” in German and “For tents” in all other languages". */
function sayWords(words: Words, say: (text: string) => string = shorten): string {
  if (typeof words === 'string') return `“${say(words)}”`;
  // the rest last: a browser's storage keeps keys in an order of its own
  const all = Object.entries(words)
    .sort(([a], [b]) => Number(a === OTHERS) - Number(b === OTHERS))
    .map(([language, text]) => `“${say(text)}” in ${sayLanguage(language)}`);
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' and ');
}
const sayAddress = (address: string): string =>
  address.startsWith('data:') ? 'a picture in the config' : shorten(address);

function sayClasses({ add = [], remove = [] }: ChangeOf<'class'>): string {
  const gets = add.length ? `gets the class ${add.join(', ')}` : '';
  const loses = remove.length ? `loses the class ${remove.join(', ')}` : '';
  return [gets, loses].filter(Boolean).join(' and ');
}

/**
 * @param element what it is about, where that is known better than the target says
 * @returns such as "Text of the headline “Dry nights” becomes “For tents”", without a full stop
 */
export function sayChange(
  change: Change,
  element = 'target' in change ? sayElement(change.target) : '',
): string {
  switch (change.kind) {
    case 'text':
      return `Text of the ${element} becomes ${sayWords(change.value)}`;
    case 'html':
      return `Content of the ${element} becomes ${sayWords(change.value, sayHtml)}`;
    case 'attribute':
      return change.value === null
        ? `The ${element} loses its ${change.name}`
        : `The ${change.name} of the ${element} becomes ${sayWords(change.value)}`;
    case 'image':
      return `The ${element} shows ${sayAddress(change.src)}${change.alt ? `, described as “${shorten(change.alt)}”` : ''}`;
    case 'link':
      return `The ${element} leads to ${shorten(change.href)}${change.newTab ? ', in a new tab' : ''}`;
    case 'class':
      return `The ${element} ${sayClasses(change)}`;
    case 'style': {
      const list = Object.entries(change.properties).map(
        ([name, value]) => `${name.replaceAll('-', ' ')} ${value}`,
      );
      return `The ${element} gets ${shorten(list.join(', '), 60)}${change.media ? ` where ${change.media}` : ''}`;
    }
    case 'hide':
      return `The ${element} is hidden`;
    case 'insert':
      return `${sayWords(change.html, sayHtml)} appears ${PLACES[change.position]} the ${element}`;
    case 'block': {
      const { shape, place, fields } = change;
      const words = sayWords(fields.title ?? fields.text ?? '');
      const where =
        typeof place === 'string'
          ? SPOTS[place]
          : `${PLACES[place.position]} the ${sayElement(place.target)}`;
      return `${SHAPES[shape]} ${words} appears ${where}`;
    }
    case 'ask': {
      const place = change.place ?? 'corner';
      const where =
        typeof place === 'string'
          ? SPOTS[place]
          : `${PLACES[place.position]} the ${sayElement(place.target)}`;
      return `The question “${change.question}” is asked ${where}`;
    }
    case 'move':
      return `The ${element} moves ${PLACES[change.position]} the ${sayElement(change.to)}`;
    case 'css':
      return `Rules for the whole page: ${shorten(change.value)}`;
    case 'redirect':
      return `Visitors are sent on to ${change.url}`;
  }
}
