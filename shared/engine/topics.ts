// What an event is about.
import type { Props } from '../schema/props.ts';
import { digTold } from './dig.ts';

/** Its own topics, each once; undefined when it names none. */
export function topicsOf(props: Props): string[] | undefined {
  return ['topics', 'topic', 'item_category', 'items.item_category']
    .map((path) => [...new Set(digTold(props, path) as string[])])
    .find((topics) => topics.length);
}
