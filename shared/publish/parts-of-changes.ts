// Which parts of the first-paint script the changes of a config need: what paints, each kind, and what tokens ask for.

import { toJson } from '../engine/native.ts';
import { HOSTS } from '../grammar/allowed.ts';
import { hasLanguages } from '../grammar/words-for.ts';
import type { Change } from '../schema/change.ts';
import type { Wanted } from './compose.ts';
import { elementNames } from './element-names.ts';

/** Kinds that are shown by rules, which are about no element, or lead away. */
type Elsewhere = 'style' | 'hide' | 'css' | 'redirect' | 'block' | 'ask';

/** What each of the others wants on an element. */
export const KINDS: Record<Exclude<Change['kind'], Elsewhere>, string> = {
  text: 'text',
  html: 'html',
  attribute: 'attribute',
  class: 'classes',
  image: 'image',
  link: 'link',
  insert: 'insert',
  move: 'move',
  recommend: 'keptList',
};

const NODES = ['isPlain', 'grow', 'settleNodes', 'wearRules', 'takeOff'];
const LAYERS = ['lay', 'lift'];
const RULES = ['writeRule', 'wearRules', 'takeOff'];
/** What shows words where there can be no root of ours. */
const ROOTLESS: { [kind: string]: string[] } = {
  text: ['wantRootless', 'isPlain', 'wearRules', 'takeOff', ...LAYERS],
  html: ['wantHtmlRootless', ...LAYERS],
};

/** What a kind needs beside that. */
const NEEDS: Record<Change['kind'], string[]> = {
  text: [],
  html: NODES,
  attribute: LAYERS,
  class: LAYERS,
  image: [...LAYERS, 'askPicture'],
  link: LAYERS,
  insert: NODES,
  move: [...LAYERS, 'isPlain', 'isCompared', 'settlePlace', 'goHome', 'leaveToPage'],
  // elements that the selector says too little of are marked
  style: [...LAYERS, ...RULES],
  hide: [...LAYERS, ...RULES],
  css: RULES,
  redirect: [],
  block: [],
  ask: [],
  recommend: ['isPlain', 'settleNodes', 'wearRules', 'takeOff'],
};

/** Whether all elements of a target are such as the change is for, and none that is never changed. */
function areFit(change: Change, names: string[] | undefined): boolean {
  const are = (fit: RegExp) => !!names?.every((name) => fit.test(name));
  switch (change.kind) {
    // where the page has a root of its own nothing is shown before the rest is there
    case 'text':
    case 'html':
      return are(HOSTS);
    case 'link':
      return are(/^a(rea)?$/);
    case 'image':
      return are(/^(img|picture)$/);
    case 'insert':
      return (change.position === 'before' || change.position === 'after') && are(HOSTS);
    case 'attribute':
    case 'class':
    case 'move':
    case 'recommend':
      return are(/^(a|area|img|picture|li|ul|ol|button)$/) || are(HOSTS);
    // a rule says itself what it is not about
    case 'style':
    case 'hide':
    case 'css':
    case 'redirect':
    case 'block':
    case 'ask':
      return true;
  }
}

/** What a change needs because of its targets. */
function needsOfTargets(change: Change): string[] {
  if (!('target' in change)) return [];
  const { kind, target } = change;
  const names = elementNames(target.css);
  return [
    ...((!names?.every((name) => HOSTS.test(name)) && ROOTLESS[kind]) || []),
    ...(areFit(change, names) ? [] : ['mayChange']),
    ...(target.within ? ['findRoots'] : []),
    ...(target.text === undefined ? [] : ['isSaid']),
  ];
}

/** Facts that tokens are filled with. */
export const factsIn = (changes: Change[]): string[] =>
  [...toJson(changes).matchAll(/\{\{\s*context\.([\w.-]+)/g)].flatMap(([, key]) => key ?? []);

export function partsOfChanges(changes: Change[]): Wanted {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const shown = kinds.filter((kind) => kind !== 'redirect' && kind !== 'block' && kind !== 'ask');
  if (!kinds[0]) return {};
  const names = [
    ...(shown[0] ? ['paint'] : []),
    ...(kinds.includes('redirect') ? ['leave'] : []),
    ...(toJson(changes).includes('{{') ? ['fill'] : []),
    ...shown.flatMap((kind) => NEEDS[kind]),
    ...changes.flatMap(needsOfTargets),
  ];
  const wants: Partial<Record<Change['kind'], string>> = KINDS;
  const wanted = shown.flatMap((kind) => (wants[kind] ? [[kind, wants[kind]]] : []));
  return {
    ...Object.fromEntries(names.map((name) => [name, name])),
    ...(kinds.includes('recommend') && { leave: kinds.includes('redirect') ? 'leaveKnowing' : 'know' }),
    ...(changes.some(hasLanguages) && { paint: 'paintSpoken' }),
    ...(wanted[0] && { kinds: Object.fromEntries(wanted) }),
  };
}
