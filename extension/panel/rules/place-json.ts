// Where in a JSON text each of its values stands, by the path that problems are told with.

import { formatPath } from '../../../shared/schema/problem.ts';

/** Offsets into the text. */
export interface Span {
  from: number;
  to: number;
}

const TOKEN = /\s*([{}[\]:,]|"(?:[^"\\]|\\.)*"|[^\s{}[\]:,"]+)/y;

/**
 * @param text that JSON.parse reads
 * @returns by path: a field with its value; of objects and lists only the name, or the first bracket
 */
export function placeJson(text: string): Map<string, Span> {
  const places = new Map<string, Span>();
  let at = 0;
  const take = (): { token: string } & Span => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1] ?? '';
    at = token ? TOKEN.lastIndex : text.length;
    return { token, from: at - token.length, to: at };
  };
  const peek = (): string => {
    const before = at;
    const { token } = take();
    at = before;
    return token;
  };
  const read = (path: PropertyKey[], name?: Span): void => {
    const first = take();
    const isNested = first.token === '{' || first.token === '[';
    places.set(formatPath(path), {
      from: (name ?? first).from,
      to: isNested ? (name ?? first).to : first.to,
    });
    if (!isNested) return;
    for (let index = 0; !/^[}\]]?$/.test(peek()); index++) {
      if (peek() === ',') take();
      if (first.token === '[') {
        read([...path, index]);
        continue;
      }
      const key = take();
      take();
      read([...path, JSON.parse(key.token) as string], key);
    }
    take();
  };
  read([]);
  return places;
}

/** The place of a path, or of the nearest thing around it that is there: what is missing stands nowhere. */
export function findPlace(places: Map<string, Span>, path: string): Span | undefined {
  let best: string | undefined;
  for (const known of places.keys()) {
    const isAround = known === '' || path === known || /^[.[]/.test(path.slice(known.length));
    if (isAround && path.startsWith(known) && known.length >= (best?.length ?? 0)) best = known;
  }
  return best === undefined ? undefined : places.get(best);
}
