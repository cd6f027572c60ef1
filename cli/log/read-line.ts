// What one line of an access log says. The format is found line by line, so that files may be joined.

import { readTime } from '../../shared/grammar/log-time.ts';
import { readJsonLine } from './read-json-line.ts';
import { findQuery, type LineSays } from './request.ts';

/** The time in brackets and the request in quotes, as nginx and Apache write them, with a virtual host in front or not. */
const COMBINED = /\[(\d{2}\/[A-Za-z]{3}\/\d{4}:[^\]]{1,40})\] (?=")/;
/** A load balancer's of AWS: kind, time, and the request with the whole address. */
const BALANCER = /^(?:https?|h2|grpcs|wss?) (\S+) \S+ \S+ [^"]*(?=")/;

interface Quoted {
  text: string;
  /** where the line goes on */
  end: number;
}

/**
 * What the next quotes hold. Not by an expression: its steps grow with the square of a line that somebody filled with
 * quotes, and millions of characters are more than it can hold.
 */
function findQuoted(line: string, from: number): Quoted | undefined {
  const begin = line.indexOf('"', from) + 1;
  if (begin === 0) return undefined;
  for (let at = line.indexOf('"', begin); at >= 0; at = line.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - slashes > begin && line[at - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 0) return { text: line.slice(begin, at), end: at + 1 };
  }
  return undefined;
}

/** @param between how many quotes stand in front of the agent's: the referrer's, behind a request */
function findAgent(line: string, { end }: Quoted, between: 0 | 1): string | undefined {
  const next = findQuoted(line, end);
  return between === 0 || !next ? next?.text : findQuoted(line, next.end)?.text;
}

function readFound(time: string, address: string, agent: string | undefined, path: string): LineSays {
  const query = findQuery(address, path);
  if (query === undefined) return 'elsewhere';
  const at = readTime(time);
  return at === undefined ? 'unreadable' : { at, query, agent: agent ?? '', timesEncoded: 1 };
}

/**
 * Columns named by a `#Fields:` line: CloudFront's and others of W3C's extended format.
 *
 * @returns undefined where it has no such columns: another log may follow in the same file
 */
function readColumns(line: string, fields: string[], path: string): LineSays | undefined {
  const columns = line.split(line.includes('\t') ? '\t' : ' ');
  const get = (name: string): string => columns[fields.indexOf(name)] ?? '';
  const at = readTime(`${get('date')} ${get('time')}`);
  if (columns.length < fields.length || at === undefined) return undefined;
  const stem = get('cs-uri-stem');
  if (stem !== path) {
    try {
      if (decodeURIComponent(stem) !== path) return 'elsewhere';
    } catch {
      return 'elsewhere';
    }
  }
  return {
    at,
    query: get('cs-uri-query'),
    agent: get('cs(User-Agent)').replaceAll(/%20|\+/g, ' '),
    timesEncoded: 2,
  };
}

/** `TIME … ADDRESS`: the first address is the request's own. */
function readBare(line: string, path: string): LineSays {
  const words = line.split(/\s+/).map((word) => word.replace(/^"|"$/g, ''));
  const [time = ''] = words;
  const address = words.find((word) => /^(?:\/|https?:)/.test(word)) ?? '';
  return readTime(time) === undefined ? 'unreadable' : readFound(time, address, '', path);
}

/**
 * @param path of the pings, as the config has it
 * @param fields the names of the columns, where the file says them
 */
export function readLine(line: string, path: string, fields?: string[]): LineSays {
  if (line.startsWith('{')) return readJsonLine(line, path);
  if (line.startsWith('#')) return 'elsewhere';
  // what ended its lines by this sign alone is one line here, and only its first request would be found
  if (line.includes('\r')) return 'unreadable';
  const columns = fields && readColumns(line, fields, path);
  if (columns) return columns;
  for (const [format, between] of [
    [COMBINED, 1],
    [BALANCER, 0],
  ] as const) {
    const begin = format.exec(line);
    const request = begin && findQuoted(line, begin.index + begin[0].length);
    if (request) return readFound(begin[1] ?? '', request.text, findAgent(line, request, between), path);
  }
  return readBare(line, path);
}
