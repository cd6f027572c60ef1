// What a page may ask and say, and what it is told. A call or an event without a row does not compile.

import type { EventType } from '../../snippet/events.ts';
import type { Api } from '../../snippet/public.ts';
import type { Suggesting } from '../../snippet/recommend/suggestion.ts';
import { code, table } from './markdown.ts';

interface Row {
  shape: string;
  says: string;
}

const calls: Record<keyof Api | keyof Suggesting, Row> = {
  version: { shape: 'version: string', says: 'the release of the tag' },
  ready: {
    shape: 'ready: Promise<void>',
    says: 'resolves when the ledger has been read, or storage was given up. Never rejects',
  },
  on: {
    shape: 'on(type, fn): () => void',
    says: '`fn(detail)` for each event of a type below; answers an undo',
  },
  track: {
    shape: 'track(name, props?): Promise<void>',
    says: 'an event of your own. The next `segments()` sees it. Resolves when it is in the ledger (in memory mode: at once); what is refused resolves too, with a warning',
  },
  set: {
    shape: 'set(traits): Promise<void>',
    says: 'states facts about the visitor; they are merged, and `null` removes one',
  },
  segments: {
    shape: 'segments(): string[]',
    says: 'the ids of the segments the visitor is in now, in the order of the config',
  },
  experiences: {
    shape: 'experiences(): { id, outcome, variant?, reason }[]',
    says: 'those that concern this page; `outcome` is `variant`, `original` or `holdout`',
  },
  explain: {
    shape: 'explain(id, words?): { id, kind, value, until, text, of? }',
    says: 'why the visitor is in a segment, or is not: `value` is `true`, `false` or `"unknown"`, `until` is a time in ms or `null`, `of` are the reasons of the parts. In English, or in `words`, a table as `english` of `shared/engine/words.ts`, or a function that makes one of that. The one call that throws: a `RangeError` for an id that is not there, which names those that are',
  },
  consent: {
    shape: 'consent(state): Promise<void>',
    says: '`"granted"` or `"denied"`. Resolves when storage is in the new state',
  },
  optOut: { shape: 'optOut(): Promise<void>', says: "the visitor's own denial: everything is erased" },
  optIn: { shape: 'optIn(): Promise<void>', says: 'takes a denial back, whoever said it' },
  forget: {
    shape: 'forget(): Promise<void>',
    says: "erases everything, and returns to the config's default: under `implied` a new visitor begins at the next page view",
  },
  export: {
    shape: 'export(): Promise<Exported>',
    says: 'all that is remembered: `{ version, exportedAt, mode, consent, seed, firstSeenAt, traits, events }`, where `mode` is `stored` or `memory`; of a long data layer also what waits for the page to rest; an empty object where the config never came',
  },
  open: { shape: 'open(options?): Promise<void>', says: "opens the visitor's own view" },
  recommend: {
    shape: 'recommend?({ from, count, … }): Promise<{ id, name, url, image?, price? }[]>',
    says: 'items that suit the visitor, for pages that draw their own cards: asked as a change of the kind `recommend` says it ([CHANGES.md](CHANGES.md#recommended-items)). There only where the config names `items`, and once `ready` has resolved',
  },
};

const events: Record<EventType, Row> = {
  ready: { shape: '–', says: 'the ledger has been read, or storage was given up' },
  segments: {
    shape: '{ segments, entered, left }',
    says: 'the visitor entered or left a segment, or everything was erased',
  },
  exposure: {
    shape: '{ experience, outcome, variant?, segment?, late? }',
    says: 'an assignment took effect on this page view. In the holdout `segment` is the one that would have been given; `late: true` where a list of recommended items came too late, and the page kept its own',
  },
  goal: {
    shape: '{ goal, value?, experiences: { id, outcome, variant?, segment? }[] }',
    says: 'an event reached a goal; `experiences` are those the visitor was exposed to',
  },
  warning: { shape: '{ code, message, path?, experience?, change? }', says: 'see “Warnings”' },
};

export const callTable = (): string =>
  table(
    ['call', 'what it does'],
    Object.values(calls).map(({ shape, says }) => [code(shape), says]),
  );

export const eventTable = (): string =>
  table(
    ['type', 'detail', 'when'],
    Object.entries(events).map(([type, { shape, says }]) => [
      code(type),
      shape === '–' ? shape : code(shape),
      says,
    ]),
  );
