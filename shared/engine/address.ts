// The address of a page view as everything compares it: page patterns, rules over `path`, events, previews, the panel.
//
// A path is compared decoded (percent encoding of either case, Unicode NFC), without the `;` parameters that some
// servers put tokens into, and with the fragment where that is a route (`#/…`, `#!…`). What does not decode stays
// as it is written; so does what would mean something else decoded: `%2F`, `%3F`, `%23`, and a pattern's `%2A`.
// NFC: https://unicode.org/reports/tr15/

import { decode } from '../grammar/percent.ts';
import { isObject, toJson } from './native.ts';

/** A path, or a part of one, as it is compared. */
export const decodePath = (text: string): string => decode(text, /%(2[3af]|3f)/i);
/** A query, or a part of one, as it is compared. */
export const decodeQuery = (text: string): string => decode(text.replace(/\+/g, ' '), /%2[6a]/i);

/** Without the parameters of its segments: `/p;v=1/x` is `/p/x`. NFC makes U+037E a `;`, so that is one. */
export const cutParameters = (path: string): string => path.replace(/(;|%3b|\u037e|%cd%be)[^/#?]*/gi, '');

const ROUTE = /^#[/!][^?]*/;
const ROUTE_QUERY = /^#[/!].*?\?(.*)/s;

/** @returns the decoded path, and after it the fragment where that is a route */
export const readPath = ({ pathname, hash }: URL): string =>
  decodePath(cutParameters(pathname + (ROUTE.exec(hash)?.[0] ?? '')));

/** @returns the query as written, with `?`, and after it what a route brings along; '' none */
export function readQuery({ search, hash }: URL): string {
  const own = ROUTE_QUERY.exec(hash)?.[1];
  return own ? `${search || '?'}${search && '&'}${own}` : search;
}

/** The page pattern that names this very path, as an author would write it. */
export const toPattern = (url: URL): string => readPath(url).replace(/[%\s\\]/g, encodeURIComponent);

/**
 * Whether going from one address to the other is another page view: another path always, another query unless the
 * page has only replaced its address (tidied it, or written a slider's value into it).
 */
export const isOtherView = (from: URL, to: URL, isReplaced: boolean): boolean =>
  readPath(from) !== readPath(to) ||
  (!isReplaced && decodeQuery(readQuery(from)) !== decodeQuery(readQuery(to)));

/** Fields of our own events that hold a path. */
export const isPathField = (key: unknown): boolean => key === 'path' || key === 'landing';
const OTHER_EVENT = /^(?!page_|visit_)/;
/** An event of the site's own, whose fields hold what the site put there. */
export const isOwnEvent = (event: unknown): boolean => typeof event === 'string' && OTHER_EVENT.test(event);

/** A part of a config with every path in it as paths are compared: an author may have written it encoded. */
export function decodePaths<Part>(part: Part): Part {
  const read = (part: unknown, isPath: boolean): unknown => {
    if (typeof part === 'string') return isPath ? decodePath(part) : part;
    if (!isObject(part)) return part;
    if (Array.isArray(part)) return part.map((each) => read(each, isPath));
    const { event, key, of } = part;
    if (isOwnEvent(event)) return part;
    const isAsked = isPathField(key) || isPathField(of);
    return Object.fromEntries(
      Object.entries(part).map(([name, each]) => [
        name,
        read(each, isPathField(name) || (name === 'is' && isAsked) || (isPath && name[0] === '$')),
      ]),
    );
  };
  // most conditions hold neither, and this runs before the first paint
  return /%|[^ -~]/.test(toJson(part)) ? (read(part, false) as Part) : part;
}
