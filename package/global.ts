// `import type {} from 'selvedge/global'`: what the tag puts on a page, `window.selvedge` and its DOM events, as types. There
// is nothing to run in it.

import type { Details, EventType } from '../snippet/events.ts';
import type { Served as Always } from '../snippet/public.ts';
import type { Suggesting } from '../snippet/recommend/suggestion.ts';

export type { Reason } from '../shared/engine/explain.ts';
export type { Details, EventType } from '../snippet/events.ts';
export type { Api, MirrorOptions } from '../snippet/public.ts';
export type { Suggestion, Wish } from '../snippet/recommend/suggestion.ts';
export type { Warning, WarningCode } from '../snippet/warn.ts';

/** What stands on `window`: `recommend` where the config names `items`, once the tag is `ready`. */
export type Served = Always & Partial<Suggesting>;

type TagEvents = { [Type in EventType as `selvedge:${Type}`]: CustomEvent<Details[Type]> };

declare global {
  interface DocumentEventMap extends TagEvents {}

  interface Window {
    selvedge: Served;
  }

  /** There once the tag has run; where it may be blocked or comes late, ask `window.selvedge?.`. */
  var selvedge: Served;
}
