// What has been seen on this site, for the fields where an author would else have to guess a name.

import { readPath } from '../../../shared/engine/address.ts';
import { digAll } from '../../../shared/engine/dig.ts';
import { CONTEXT_KEYS, CONTEXT_VALUES } from '../../../shared/schema/context-keys.ts';
import { look, memory } from '../site/page.ts';
import { config } from './desk.ts';
import { STANDARD_EVENTS } from './standard-events.ts';

const MOST = 30;

/** How deep a path goes: items.item_category is 2. */
const DEEPEST = 3;

export type Value = string | number | boolean;
const isValue = (value: unknown): value is Value =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';

const distinct = <T>(list: T[]): T[] => [...new Set(list)].slice(0, MOST);
const unique = (list: (string | undefined)[]): string[] =>
  distinct(list.filter((one): one is string => one !== undefined && one !== ''));
const eventsNamed = (event: string | undefined) =>
  (memory.value?.events ?? []).filter(({ name }) => !event || name === event);

/** Every path that leads to a value: "value", "items.item_category". */
function listPaths(value: unknown, depth = 0): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => listPaths(one, depth));
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return [''];
  return Object.entries(value).flatMap(([key, inner]) =>
    listPaths(inner, depth + 1).map((path) => (path ? `${key}.${path}` : key)),
  );
}
export const seenEvents = (): string[] =>
  unique([
    ...(memory.value?.events.map(({ name }) => name) ?? []),
    ...(config.value?.capture?.map(({ event }) => event) ?? []),
    ...STANDARD_EVENTS,
  ]);
/** A page view has a path, whatever was seen. */
export const seenProps = (event?: string): string[] =>
  unique([
    ...(event === 'page_view' ? ['path'] : []),
    ...eventsNamed(event).flatMap(({ props }) => listPaths(props)),
  ]);
/** The property that such events are most likely asked for, if one is left. */
export const usualProp = (event: string | undefined, taken: object): string | undefined =>
  [...seenProps(event), event === 'page_view' ? 'topics' : 'item_category'].find((one) => !(one in taken));

const pathHere = (): string[] => (look.value ? [readPath(new URL(look.value.url))] : []);
/** What such events had there; a page view that of the page in front, too. */
export const seenValues = (event: string | undefined, path: string): Value[] =>
  path
    ? distinct([
        ...(event === 'page_view' && path === 'path' ? pathHere() : []),
        ...eventsNamed(event).flatMap(({ props }) => digAll(props, path).filter(isValue)),
      ])
    : [];
export const seenTopics = (): string[] =>
  unique([
    ...(config.value?.topics?.map(({ topic }) => topic) ?? []),
    ...['topics', 'topic', 'item_category', 'items.item_category'].flatMap((path) =>
      seenValues(undefined, path).map(String),
    ),
  ]);
/** What the tag keeps among them for itself is nobody's statement. */
export const seenTraits = (): string[] =>
  unique(Object.keys(memory.value?.traits ?? {}).filter((key) => !key.startsWith('selvedge_')));
export const seenTraitValues = (key: string): Value[] => [memory.value?.traits[key]].flat().filter(isValue);
/** What a fact of a page view can be, or else what it has been here. */
export function seenFacts(key: string): Value[] {
  const known = CONTEXT_VALUES[key];
  if (known) return [...known];
  const earlier = seenValues(key === 'path' ? 'page_view' : 'visit_start', key);
  return distinct([...[look.value?.facts[key]].flat().filter(isValue), ...earlier]);
}
export const contextKeys = (): string[] => Object.keys(CONTEXT_KEYS);

/** Where the values of a template's blank have been seen. */
const PLACES: Record<string, string[]> = {
  category: ['item_category', 'items.item_category'],
  bought: ['item_category', 'items.item_category', 'items.item_id', 'item_id'],
  missing: ['item_category', 'items.item_category', 'items.item_id', 'item_id'],
  brand: ['item_brand', 'items.item_brand'],
  word: ['term'],
  path: ['path'],
  campaign: ['campaign'],
  source: ['source'],
  host: ['referrer'],
};
const strings = (list: Value[]): string[] => unique(list.map(String));

/** For a blank of a template, by its name. @param others what the other blanks of the template hold */
export function findSuggestions(name: string, others: Record<string, unknown> = {}): string[] {
  if (name === 'topic') return seenTopics();
  if (name === 'goalEvent') return seenEvents();
  if (name === 'experience') return unique(config.value?.experiences.map(({ id }) => id) ?? []);
  if (name === 'channel') return [...(CONTEXT_VALUES.channel ?? [])];
  if (name === 'languages') return strings(seenFacts('language'));
  if (name === 'countries') return strings(seenFacts('country'));
  if (name === 'trait') return seenTraits();
  if (name === 'values') return strings(seenTraitValues(String(others.trait ?? '')));
  return strings((PLACES[name] ?? []).flatMap((path) => seenValues(undefined, path)));
}
