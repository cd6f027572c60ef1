// One change to the page in plain words, and the element it is about.

import { collapse } from '../../shared/engine/collapse.ts';
import { OTHERS, type Words } from '../../shared/grammar/words-for.ts';
import type { Change, ChangeOf } from '../../shared/schema/change.ts';
import type { Target } from '../../shared/schema/target.ts';
import { sayAll } from '../../shared/words/lists.ts';
import { t } from '../../shared/words/t.ts';
import { sayLanguage } from './say-language.ts';

const TAGS: Record<string, string> = {
  h1: t`headline`,
  h2: t`heading`,
  h3: t`heading`,
  h4: t`heading`,
  p: t`paragraph`,
  a: t`link`,
  button: t`button`,
  img: t`picture`,
  picture: t`picture`,
  ul: t`list`,
  ol: t`list`,
  li: t`list item`,
  nav: t`navigation`,
  header: t`header`,
  footer: t`footer`,
  section: t`section`,
  article: t`article`,
  aside: t`side note`,
  form: t`form`,
  input: t`field`,
  label: t`label`,
  table: t`table`,
  figure: t`figure`,
  span: t`text`,
  strong: t`text`,
  em: t`text`,
  blockquote: t`quotation`,
  body: t`page`,
  main: t`main part`,
  div: t`block`,
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

/** "hero title", "link “call to action”", "paragraph in teaser"; the selector where it holds no words. */
function saySelector(css: string, kind: string | undefined): string {
  // a value is no name
  const plain = css.replace(/\[[^\]]*\]/g, '[]');
  const name = [...plain.matchAll(NAME)].at(-1);
  if (!name?.[1]) return kind === undefined ? css : /^[\w-]+$/.test(css) ? kind : `${kind} ${css}`;
  const isOwn = !/[\s>+~]/.test(plain.slice(name.index));
  if (kind === undefined) return isOwn ? sayName(name[1]) : css;
  return isOwn ? t`${kind} “${sayName(name[1])}”` : t`${kind} in ${sayName(name[1])}`;
}

/** What these say is what all their parts say, run together: no name of theirs. */
const WHOLES = ['ul', 'ol', 'dl', 'table'];

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
  const own = WHOLES.includes(tag ?? '') ? print?.attributes?.['aria-label'] : print?.text;
  const said = text ?? own ?? print?.attributes?.alt;
  if (kind !== undefined && said) return t`${kind} “${shorten(said, 30)}”`;
  return kind !== undefined && print ? kind : saySelector(css, kind);
}

/** A list of items is one, whatever holds it: "list “Seen lately”", "list “also bought”". */
export function sayList({ css, print }: Target): string {
  const label = print?.attributes?.['aria-label'];
  if (label) return t`${t`list`} “${shorten(label, 30)}”`;
  const name = saySelector(css, undefined);
  return name === css || name === 'list' ? t`list` : t`${t`list`} “${name}”`;
}

/** The element that a change is about; undefined where it is about none. */
export function sayTarget(change: Change): string | undefined {
  if (!('target' in change)) return undefined;
  return change.kind === 'recommend' ? sayList(change.target) : sayElement(change.target);
}

const PLACES = {
  before: t`before`,
  after: t`after`,
  first: t`at the start of`,
  last: t`at the end of`,
} as const;
const SPOTS = {
  top: t`at the top of the window`,
  bottom: t`at the bottom of the window`,
  corner: t`in the corner of the window`,
  centre: t`in the middle of the window`,
} as const;
/** As authors call the shapes of blocks. */
export const SHAPES = {
  banner: t`Banner`,
  bar: t`Bar`,
  popup: t`Pop-up`,
  slide: t`Slide-in`,
  note: t`Note`,
  card: t`Card`,
  coupon: t`Coupon`,
  countdown: t`Countdown`,
} as const;
const sayHtml = (html: string): string => shorten(html.replace(/<[^>]*>/g, ' '));

/** "“For tents”", or by language "“Für Zelte” in German and “For tents” in all other languages". */
function sayWords(words: Words, say: (text: string) => string = shorten): string {
  if (typeof words === 'string') return t`“${say(words)}”`;
  // the rest last: a browser's storage keeps keys in an order of its own
  const all = Object.entries(words)
    .sort(([a], [b]) => Number(a === OTHERS) - Number(b === OTHERS))
    .map(([language, text]) => t`“${say(text)}” in ${sayLanguage(language)}`);
  return sayAll(all);
}
const sayAddress = (address: string): string =>
  address.startsWith('data:') ? t`a picture in the config` : shorten(address);

function sayClasses({ add = [], remove = [] }: ChangeOf<'class'>): string {
  return sayAll([
    ...(add.length ? [t`gets the class ${add.join(', ')}`] : []),
    ...(remove.length ? [t`loses the class ${remove.join(', ')}`] : []),
  ]);
}

/**
 * @param element what it is about, where that is known better than the target says
 * @returns such as "Text of the headline “Dry nights” becomes “For tents”", without a full stop
 */
export function sayChange(change: Change, element = sayTarget(change) ?? ''): string {
  switch (change.kind) {
    case 'text':
      return t`Text of the ${element} becomes ${sayWords(change.value)}`;
    case 'html':
      return t`Content of the ${element} becomes ${sayWords(change.value, sayHtml)}`;
    case 'attribute':
      return change.value === null
        ? t`The ${element} loses its ${change.name}`
        : t`The ${change.name} of the ${element} becomes ${sayWords(change.value)}`;
    case 'image':
      return change.alt
        ? t`The ${element} shows ${sayAddress(change.src)}, described as “${shorten(change.alt)}”`
        : t`The ${element} shows ${sayAddress(change.src)}`;
    case 'link':
      return change.newTab
        ? t`The ${element} leads to ${shorten(change.href)}, in a new tab`
        : t`The ${element} leads to ${shorten(change.href)}`;
    case 'class':
      return t`The ${element} ${sayClasses(change)}`;
    case 'style': {
      const list = Object.entries(change.properties).map(
        ([name, value]) => `${name.replaceAll('-', ' ')} ${value}`,
      );
      const style = shorten(list.join(', '), 60);
      return change.media
        ? t`The ${element} gets ${style} where ${change.media}`
        : t`The ${element} gets ${style}`;
    }
    case 'hide':
      return t`The ${element} is hidden`;
    case 'insert':
      return t`${sayWords(change.html, sayHtml)} appears ${PLACES[change.position]} the ${element}`;
    case 'block': {
      const { shape, place, fields } = change;
      const words = sayWords(fields.title ?? fields.text ?? '');
      const where =
        typeof place === 'string'
          ? SPOTS[place]
          : t`${PLACES[place.position]} the ${sayElement(place.target)}`;
      return t`${SHAPES[shape]} ${words} appears ${where}`;
    }
    case 'ask': {
      const place = change.place ?? 'corner';
      const where =
        typeof place === 'string'
          ? SPOTS[place]
          : t`${PLACES[place.position]} the ${sayElement(place.target)}`;
      return t`The question “${change.question}” is asked ${where}`;
    }
    case 'recommend':
      return change.count === 1
        ? t`The ${element} shows one recommended item in place of its cards`
        : t`The ${element} shows up to ${change.count} recommended items in place of its cards`;
    case 'move':
      return t`The ${element} moves ${PLACES[change.position]} the ${sayElement(change.to)}`;
    case 'css':
      return t`Rules for the whole page: ${shorten(change.value)}`;
    case 'redirect':
      return t`Visitors are sent on to ${change.url}`;
  }
}
