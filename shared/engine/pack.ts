// The profile as a short text for the localStorage snapshot.
//
// JSON, but for its times: most states hold the same few instants, so each is written once, as a difference, and
// referred to by `~` and its place. `~a;` is short for the entry [~a,1]. Quotes and apostrophes change places, as
// the text becomes a string of JSON once more and would double its quotes there.
import { parseJson, toJson } from './native.ts';
import type { Profile } from './profile.ts';

const swap = (text: string): string =>
  text
    .split('"')
    .map((part) => part.replaceAll("'", '"'))
    .join("'");

/**
 * @param most characters: when it would be longer, the largest states stay out. A rule that needs one of them
 *   is unknown until the ledger is read (`missing` names it), all others answer at first paint.
 */
export function pack(profile: Profile, most = 7500): string {
  const json = toJson(profile).replace(/~/g, '\\u007e');
  const pattern = /([[,:])(\d{13})(?=[,\]}])/g;
  const times = [...new Set([...json.matchAll(pattern)].map((match) => Number(match[2])))].sort();
  const places = new Map(times.map((time, place) => [time, place.toString(36)]));
  const body = json
    .replace(pattern, (_all, before: string, time: string) => `${before}~${places.get(+time)}`)
    .replace(/\[(~\w+),1\]/g, '$1;');
  const text = `${times.map((time, i) => (time - (times[i - 1] ?? 0)).toString(36)).join()} ${swap(body)}`;
  let excess = text.length - most;
  if (excess <= 0) return text;
  const states = Object.entries(profile.nodes)
    .map(([key, state]) => ({ key, state, size: toJson(state).length }))
    .sort((a, b) => a.size - b.size);
  if (!states.length) return text;
  while (excess > 0 && states.length) excess -= states.pop()?.size ?? 0;
  return pack({ ...profile, nodes: Object.fromEntries(states.map(({ key, state }) => [key, state])) }, most);
}

/** @throws SyntaxError when the text is no snapshot */
export function unpack(text: string): Profile {
  const split = text.indexOf(' ');
  let time = 0;
  const times = text
    .slice(0, split)
    .split(',')
    .map((part) => {
      time += Number.parseInt(part, 36);
      return time;
    });
  return parseJson(
    swap(text.slice(split + 1 || text.length))
      .replace(/(~\w+);/g, '[$1,1]')
      .replace(/~(\w+)/g, (_all, place: string) => `${times[Number.parseInt(place, 36)]}`),
  );
}
