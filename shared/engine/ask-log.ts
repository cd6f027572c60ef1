// What became of questions, as the device remembers it: a list of our own among the traits, so that it outlives the events,
// which are forgotten in time, and goes when all goes. It says nothing of answers.

/** The trait that holds it. */
export const LOG = 'selvedge_asked';

export type Became = 'shown' | 'closed' | 'refused' | 'answered';

/** Times are ms since epoch, to the hour, never earlier than it was. */
export interface Entry {
  id: string;
  /** Of the last that became of it. */
  at: number;
  /** How often it was closed without an answer; 2: it is not asked any more. */
  closed: number;
  answeredAt?: number;
  /** The answer's time is over, and it was let go of: what the trait holds since is the site's own. */
  isOver?: boolean;
}

const HOUR = 3_600_000;
const FORM = /^([\w-]+) s(\d{1,8}) c(\d)(?: a(\d{1,8})( o)?)?$/;

/** No more is wanted. */
export const REFUSED = 2;

export const readLog = (traits: { readonly [key: string]: unknown }): Entry[] =>
  [traits[LOG]].flat().flatMap((line): Entry[] => {
    const [, id, at, closed, answered, over] = FORM.exec(`${line}`) ?? [];
    if (id === undefined) return [];
    const entry = { id, at: Number(at) * HOUR, closed: Number(closed) };
    return [
      answered === undefined
        ? entry
        : { ...entry, answeredAt: Number(answered) * HOUR, ...(over && { isOver: true }) },
    ];
  });

const CLOSED: Record<Became, (before: number) => number> = {
  shown: (before) => before,
  closed: (before) => Math.min(before + 1, REFUSED),
  refused: () => REFUSED,
  answered: () => 0,
};

const write = ({ id, at, closed, answeredAt, isOver }: Entry): string =>
  `${id} s${at / HOUR} c${closed}${answeredAt === undefined ? '' : ` a${answeredAt / HOUR}${isOver ? ' o' : ''}`}`;

/** @returns the traits that say it, beside what is said of other questions */
export function noteInLog(
  traits: { readonly [key: string]: unknown },
  id: string,
  became: Became,
  now: number,
): { [LOG]: string[] } {
  const log = readLog(traits);
  const before = log.find((one) => one.id === id);
  const at = Math.ceil(now / HOUR) * HOUR;
  const entry = { ...before, id, at, closed: CLOSED[became](before?.closed ?? 0) };
  const next = became === 'answered' ? { ...entry, answeredAt: at, isOver: false } : entry;
  return { [LOG]: [...log.filter((one) => one.id !== id), next].map(write) };
}

/** @returns the traits that say that the answers to these questions were let go of */
export const noteOver = (
  traits: { readonly [key: string]: unknown },
  ids: readonly string[],
): { [LOG]: string[] } => ({
  [LOG]: readLog(traits).map((one) => write(ids.includes(one.id) ? { ...one, isOver: true } : one)),
});
