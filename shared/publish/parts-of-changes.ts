// Which parts of the first-paint script the changes of a config need: what paints, each kind, and what tokens ask for.

import { toJson } from '../engine/native.ts';
import type { Change } from '../schema/change.ts';
import type { Wanted } from './compose.ts';

/** What a kind wants on an element, by the kind; rules are about no element. */
export const KINDS: { [kind: string]: string } = {
  text: 'text',
  html: 'html',
  attribute: 'attribute',
  class: 'classes',
  image: 'image',
  link: 'link',
  insert: 'insert',
  move: 'move',
};

/** What a kind needs beside that. */
const NEEDS: { [kind: string]: string[] } = {
  text: ['wantInPlace', 'isPlain'],
  html: ['isPlain', 'grow', 'settleNodes'],
  insert: ['isPlain', 'grow', 'settleNodes'],
  move: ['isPlain', 'isCompared', 'settlePlace', 'goHome'],
  style: ['ruleText'],
  hide: ['ruleText'],
  image: ['askPicture'],
};

/** Facts that tokens are filled with. */
export const factsIn = (changes: Change[]): string[] =>
  [...toJson(changes).matchAll(/\{\{\s*context\.([\w.-]+)/g)].flatMap(([, key]) => key ?? []);

export function partsOfChanges(changes: Change[]): Wanted {
  const kinds = [...new Set<string>(changes.map(({ kind }) => kind))];
  const shown = kinds.filter((kind) => kind !== 'redirect');
  if (!kinds[0]) return {};
  const names = [
    ...(shown[0] ? ['paint'] : []),
    ...(kinds.includes('redirect') ? ['redirect'] : []),
    ...(toJson(changes).includes('{{') ? ['fillTokens'] : []),
    ...shown.flatMap((kind) => NEEDS[kind] ?? []),
  ];
  const wanted = shown.flatMap((kind) => (KINDS[kind] ? [[kind, KINDS[kind]]] : []));
  return {
    ...Object.fromEntries(names.map((name) => [name, name])),
    ...(wanted[0] && { kinds: Object.fromEntries(wanted) }),
  };
}
