// What one line of an access log says. The format is found line by line, so that files may be joined.
import { readJsonLine } from './read-json-line.ts';
import { readTime } from './read-time.ts';
import { findQuery, type LineSays } from './request.ts';

/** The time in brackets and the request in quotes, as nginx and Apache write them, with a virtual host in front or not. */
const COMBINED = /\[(\d{2}\/[A-Za-z]{3}\/\d{4}:[^\]]+)\] "((?:[^"\\]|\\.)*)"/;
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
/** A load balancer's of AWS: kind, time, and the request with the whole address. */
const BALANCER = /^(?:https?|h2|grpcs|wss?) (\S+) \S+ \S+ .*?"((?:[^"\\]|\\.)*)"/;

/** @param nth from 0: behind a request come the referrer and the agent, and then what a proxy adds */
function findQuoted(text: string, from: number, nth: number): string | undefined {
  QUOTED.lastIndex = from;
  for (let i = 0; i < nth; i++) if (!QUOTED.test(text)) return undefined;
  return QUOTED.exec(text)?.[1];
}

function readFound(time: string, address: string, agent: string | undefined, path: string): LineSays {
  const query = findQuery(address, path);
  if (query === undefined) return 'elsewhere';
  const at = readTime(time);
  return at === undefined ? 'unreadable' : { at, query, agent: agent ?? '', timesEncoded: 1 };
}

/** Columns named by a `#Fields:` line: CloudFront's and others of W3C's extended format. */
function readColumns(line: string, fields: string[], path: string): LineSays {
  const columns = line.split(line.includes('\t') ? '\t' : ' ');
  if (columns.length < fields.length) return 'unreadable';
  const get = (name: string): string => columns[fields.indexOf(name)] ?? '';
  const stem = get('cs-uri-stem');
  if (stem !== path) {
    try {
      if (decodeURIComponent(stem) !== path) return 'elsewhere';
    } catch {
      return 'elsewhere';
    }
  }
  const at = readTime(`${get('date')} ${get('time')}`);
  return at === undefined
    ? 'unreadable'
    : {
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
  if (fields) return readColumns(line, fields, path);
  const combined = COMBINED.exec(line);
  if (combined) {
    const [whole, time = '', request = ''] = combined;
    return readFound(time, request, findQuoted(line, combined.index + whole.length, 1), path);
  }
  const [balancer, when = '', asked = ''] = BALANCER.exec(line) ?? [];
  if (balancer !== undefined) return readFound(when, asked, findQuoted(line, balancer.length, 0), path);
  return readBare(line, path);
}
