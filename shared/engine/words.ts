// Every sentence the engine says, in one place so that it can be translated. Data comes in, text goes out.
import type { Doubt, Finding } from './decide.ts';

const doubts: Record<Doubt, string> = {
  waiting: 'not known before consent is given',
  memory: 'not known, as this browser cannot store a history',
  new: 'this rule is new; reading your history',
  clock: 'not known, as the clock is behind what is remembered',
  pruned: 'not known, as part of that time is no longer remembered',
};

const operators: Record<string, string> = {
  $eq: '',
  $ne: 'not ',
  $gt: 'more than ',
  $gte: 'at least ',
  $lt: 'less than ',
  $lte: 'at most ',
  $in: 'one of ',
  $nin: 'none of ',
  $not: 'not ',
};

const say = (test: unknown): string =>
  Array.isArray(test)
    ? test.map(say).join(', ')
    : test && typeof test === 'object'
      ? Object.entries(test)
          .map(([key, part]) => (operators[key] ?? `${key.replace('$', '')} `) + say(part))
          .join(' and ')
      : String(test);

/** 93784000 → "1 d 2 h" */
export const sayMs = (length: number): string => {
  const minutes = Math.round(length / 6e4);
  return minutes < 60
    ? `${minutes} min`
    : minutes < 2880
      ? `${Math.floor(minutes / 60)} h ${minutes % 60} min`
      : `${Math.floor(minutes / 1440)} d ${Math.floor(minutes / 60) % 24} h`;
};

const sayFigure = (kind: string, figure: unknown): string =>
  figure === undefined
    ? 'nothing'
    : /since|age|away/.test(kind)
      ? sayMs(figure as number)
      : typeof figure === 'object' && !Array.isArray(figure)
        ? say(figure) || 'nothing'
        : say(figure);

/** One sentence without its full stop: what was asked, what was found, what is needed, and until when. */
export function sayFinding({ condition, value, figure, doubt, of }: Finding, until: number): string {
  const {
    kind,
    id,
    key,
    event,
    of: path,
    topic,
    steps,
    within,
    between,
    during,
    is,
    ...rest
  } = condition as Record<string, unknown> & { kind: string };
  const verdict = value === true ? 'yes' : value === false ? 'no' : 'unknown';
  const when = until < Infinity ? `; changes ${new Date(until).toLocaleString()} if nothing happens` : '';
  if (doubt && !of) return `${kind} ${event ?? key ?? ''}: ${doubts[doubt]}`;
  if (kind === 'segment') return `in segment ${id}: ${verdict}${when}`;
  if (of) return `${kind} of ${of.length}: ${verdict}${when}`;
  return `${kind} ${key ?? event ?? topic ?? ''}: ${sayFigure(kind, figure)}; needs ${say(is ?? rest)}${when}`;
}
