// What is wrong with a config, where, and what to write instead. Data, so that the panel can show it
// beside the field and the CLI on a line.
import type * as z from 'zod';

export interface Problem {
  /** Like `experiences[0].variants[1].changes[2].href`; empty for the whole file. */
  path: string;
  /** What was found; no full stop at the end. */
  problem: string;
  /** What to write instead; a sentence. */
  remedy: string;
  /** An error is refused wherever a config is written; a warning is advice. */
  severity: 'error' | 'warning';
}

/** A refusal made while parsing one value, at `path` below that value. */
export interface Refusal {
  problem: string;
  remedy: string;
  path?: PropertyKey[];
}

/** Makes a finder of refusals usable as `schema.superRefine(refusing(find))`. */
export function refusing<T>(find: (value: T) => Iterable<Refusal>) {
  return (value: T, context: z.RefinementCtx): void => {
    for (const { problem, remedy, path = [] } of find(value)) {
      context.addIssue({ code: 'custom', message: problem, path, params: { remedy } });
    }
  };
}

/** Writes a path as authors read it; a key that is no plain word goes into brackets. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[$\w]+$/.test(String(key))) text += text ? `.${String(key)}` : String(key);
    else text += `[${JSON.stringify(String(key))}]`;
  }
  return text;
}
