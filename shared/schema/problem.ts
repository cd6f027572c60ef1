// What is wrong with a config, where, and what to write instead. Data, so that the panel can show it
// beside the field and the CLI on a line.
import { MOST_QUOTED } from './limits.ts';

/** In words. */
export interface Said {
  /** What was found; no full stop at the end. */
  problem: string;
  /** What to do instead; a sentence. */
  remedy: string;
}

export interface Problem extends Said {
  /** Like `experiences[0].variants[1].changes[2].href`; empty for the whole file. */
  path: string;
  /** An error is refused wherever a config is written; a warning is advice. */
  severity: 'error' | 'warning';
  /** The same for who never sees the file: by names, and by what the panel calls things. Without it both read the same. */
  inPanel?: Said;
}

/** A refusal made while parsing one value, at `path` below that value. */
export interface Refusal {
  problem: string;
  remedy: string;
  path?: PropertyKey[];
}

/** What of zod's context is used: who only reads problems needs no zod, nor its types. */
interface Context {
  addIssue(issue: { code: 'custom'; message: string; path: PropertyKey[]; params: { remedy: string } }): void;
}

/** Makes a finder of refusals usable as `schema.superRefine(refusing(find))`. */
export function refusing<T>(find: (value: T) => Iterable<Refusal>) {
  return (value: T, context: Context): void => {
    for (const { problem, remedy, path = [] } of find(value)) {
      context.addIssue({ code: 'custom', message: problem, path, params: { remedy } });
    }
  };
}

/** A text with what it quotes cut short: a value may be as long as a file. */
export const cutQuoted = (text: string): string =>
  text
    .replace(/"[^"]{81,}"/g, (quoted) => `${quoted.slice(0, MOST_QUOTED + 1)}…"`)
    .replace(/[^\s"]{121,}/g, (word) => `${word.slice(0, MOST_QUOTED)}…`);

/** Writes a path as authors read it; a key that is no plain word goes into brackets, a long one is cut. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    const name = String(key);
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[$\w]{1,80}$/.test(name)) text += text ? `.${name}` : name;
    else text += `[${JSON.stringify(name.length > MOST_QUOTED ? `${name.slice(0, MOST_QUOTED)}…` : name)}]`;
  }
  return text;
}
