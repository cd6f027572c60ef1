// The beginning of an export, without what programs put before it, and what is no export by the look of it.

import { isLog, isLogWithoutAgents } from './items/read-log.ts';
import { type Fault, LearnRefusal } from './refusal.ts';

/**
 * Without the mark of its encoding, and without what spreadsheets say in the first line of what separates: the line itself
 * stays, so that rows are counted as an editor counts them.
 */
export const withoutMarks = (head: string): string =>
  head.replace(/^\ufeff/, '').replace(/^sep=.(?=\r?\n)/i, '');

/** @throws LearnRefusal where there is nothing in it */
export function readBeginning(head: string, name: string): string {
  const text = withoutMarks(head);
  if (!text.trim()) throw new LearnRefusal(`${name}: the file is empty.`, { fault: { kind: 'empty' } });
  return text;
}

export const isEvents = (text: string): boolean => /^\s*\{/.test(text);

/** A catalog as XML. @param text without blanks before it */
export const isFeed = (text: string): boolean =>
  text.startsWith('<') &&
  !/^<(!doctype html|html)/i.test(text) &&
  /<(rss|feed|channel|item|entry)\b/i.test(text);

/** What else it is, if that is seen. */
function findOther(text: string, name: string): [fault: Fault, what: string] | undefined {
  if (isFeed(text.trimStart()))
    return [
      { kind: 'markup' },
      `this is a feed of items. Give it as --catalog ${name}, beside an export of orders or visits.`,
    ];
  if (/^\s*<[!?a-z]/i.test(text))
    return [{ kind: 'markup' }, 'this is a web page, or XML. Export a table (CSV), or events as JSON lines.'];
  if (/^\s*(?:\[\s*(?:[[{\]]|$)|\{\s*\n)/.test(text))
    return [{ kind: 'JSON' }, 'this is one JSON document. Write each event on a line of its own.'];
  if (!isLog(text) && isLogWithoutAgents(text))
    return [
      { kind: 'no agents' },
      'this is an access log that says no agents, by which visits are told apart. Have it written in the combined format.',
    ];
  return undefined;
}

/** @throws LearnRefusal */
export function refuseOther(text: string, name: string): void {
  const [fault, what] = findOther(text, name) ?? [];
  if (fault) throw new LearnRefusal(`${name}: ${what}`, { fault });
}
