// The profile as a short text for the localStorage snapshot.
//
// JSON, but for its times: most states hold the same few instants, so each is written once, as a difference, and
// referred to by `~` and its place. `~a;` is short for the entry [~a,1].
import type { Profile } from './profile.ts';

export function pack(profile: Profile): string {
  const json = JSON.stringify(profile).replace(/~/g, '\\u007e');
  const pattern = /([[,:])(\d{13})(?=[,\]}])/g;
  const times = [...new Set([...json.matchAll(pattern)].map((match) => +(match[2] as string)))].sort();
  const places = new Map(times.map((time, place) => [time, place.toString(36)]));
  const body = json
    .replace(pattern, (_all, before: string, time: string) => `${before}~${places.get(+time)}`)
    .replace(/\[(~\w+),1\]/g, '$1;');
  return `${times.map((time, i) => (time - (times[i - 1] ?? 0)).toString(36)).join()} ${body}`;
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
  return JSON.parse(
    text
      .slice(split + 1 || text.length)
      .replace(/(~\w+);/g, '[$1,1]')
      .replace(/~(\w+)/g, (_all, place: string) => String(times[Number.parseInt(place, 36)])),
  );
}
