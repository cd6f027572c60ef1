// What has been seen on this site, for the fields where an author would else have to guess a name.

import { CONTEXT_KEYS } from '../../../shared/schema/context-keys.ts';
import { memory } from '../model/page.ts';
import { config } from './desk.ts';

const MOST = 30;
const STANDARD = [
  'page_view',
  'view_item',
  'add_to_cart',
  'begin_checkout',
  'purchase',
  'search',
  'sign_up',
  'login',
  'generate_lead',
  'share',
  'visit_start',
  'scroll',
  'engagement',
];

const unique = (list: (string | undefined)[]): string[] =>
  [...new Set(list.filter((one) => one !== undefined && one !== ''))].slice(0, MOST) as string[];
const readProps = (names: string[]): string[] =>
  unique(
    (memory.value?.events ?? []).flatMap(({ props }) =>
      names.flatMap((name) => {
        const value = props[name];
        return (Array.isArray(value) ? value : [value]).map((one) =>
          typeof one === 'string' ? one : undefined,
        );
      }),
    ),
  );

export const seenEvents = (): string[] =>
  unique([
    ...(memory.value?.events.map(({ name }) => name) ?? []),
    ...(config.value?.capture?.map(({ event }) => event) ?? []),
    ...STANDARD,
  ]);
export const seenProps = (event?: string): string[] =>
  unique(
    (memory.value?.events ?? [])
      .filter(({ name }) => !event || name === event)
      .flatMap(({ props }) => Object.keys(props)),
  );
export const seenTopics = (): string[] =>
  unique([
    ...(config.value?.topics?.map(({ topic }) => topic) ?? []),
    ...readProps(['topics', 'topic', 'item_category']),
  ]);
export const seenTraits = (): string[] => unique(Object.keys(memory.value?.traits ?? {}));
export const contextKeys = (): string[] => Object.keys(CONTEXT_KEYS);

/** For a blank of a template, by its name. */
export function findSuggestions(name: string): string[] {
  if (name === 'topic' || name === 'category') return seenTopics();
  if (/event/i.test(name)) return seenEvents();
  if (name === 'experience') return unique(config.value?.experiences.map(({ id }) => id) ?? []);
  if (name === 'path') return readProps(['path']);
  if (name === 'campaign' || name === 'source') return readProps([name]);
  if (name === 'host') return readProps(['referrer']);
  if (name === 'key' || name === 'trait') return seenTraits();
  return [];
}
