// Counts what helps: a line in the site's own access log when a visitor is first counted, and one when a goal is first
// reached. Of what was not written down nothing is sent, and nothing twice: over tabs, crashes and pages that come back.

import type { VisitorEvent } from '../../shared/engine/event.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Experience } from '../../shared/schema/experience.ts';
import { whenCalm } from '../idle.ts';
import { listen, now, setTimer, warnConsole } from '../native.ts';
import { readOnFile } from '../remember/snapshot.ts';
import type { Visitor } from '../remember/visitor-api.ts';
import type { Warn } from '../warn.ts';
import type { Counted, Line } from './counted.ts';
import { look } from './look.ts';
import { planOf } from './plan.ts';
import { sendLine } from './send-line.ts';
import { writeCounted } from './write-counted.ts';

/** Between two lines (ms), in all tabs together: at most four a second. */
const PAUSE = 250;
/** Of the lines that were sent so many are kept. */
const MOST_SENT = 1_000;

export interface Counting {
  /** A page view begins, of a page of these. */
  opened(experiences: Experience[]): void;
  /** The visitor of whom this hears as soon as what happens is stored, and may be. */
  heard(visitor: Visitor): Visitor;
  /** What was sent, as events `counted`. */
  sent(): Promise<VisitorEvent[] | undefined>;
}

/** Takes the next line out of those that wait, unless one was sent just now. */
function takeLine({ waiting, sent }: Counted, at: number): Line | undefined {
  const since = at - (sent.at(-1)?.at ?? 0);
  const line = since >= 0 && since < PAUSE ? undefined : waiting.shift();
  if (line) sent.push({ ...line, at });
  sent.splice(0, sent.length - MOST_SENT);
  return line;
}

/**
 * @param isOn whether the page is at work and the visitor lets it be counted
 */
export function createCounting(
  config: Config,
  visitor: Visitor,
  isOn: () => boolean,
  warn: Warn,
): Counting | undefined {
  const plan = planOf(config);
  if (!plan) return undefined;
  let opened: string[] = [];
  let isAsked = false;
  /** What would be written down as sent now might not leave any more; the next page sends it. */
  let isLeft = false;
  /** So often it is let be counted again and what happened meanwhile is not passed over yet. */
  let passing = 0;

  /** Asked again before each line: a denial in another tab stands on file before it is heard of. */
  const isAllowed = () => isOn() && /granted|implied/.test(`${readOnFile().consent}`);
  const strange = (goal: string) =>
    warn({ code: 'measure', message: 'in another currency; counted without value', path: `goals.${goal}` });
  /** @returns what was sent so far */
  const step = async (): Promise<Line[] | undefined> => {
    if (visitor.mode() !== 'stored' || isLeft) return undefined;
    const seed = visitor.seed();
    const isCounting = isAllowed();
    const pages = opened;
    let line: Line | undefined;
    const counted = await writeCounted(seed, (counted, events, isOff) => {
      // what happens while it is switched off is not counted later
      if (!isCounting || passing || isOff) counted.waiting = [];
      else {
        look(counted, events, { plan, seed, opened: pages, now: now(), strange });
        if (opened === pages) opened = [];
        if (!isLeft) line = takeLine(counted, now());
      }
      return isCounting;
    });
    if (line && isAllowed() && visitor.seed() === seed) void sendLine(line.props.url);
    if (counted?.waiting[0]) setTimer(again, PAUSE);
    return counted?.sent;
  };
  const tryStep = () => step().catch((error) => void warnConsole('[selvedge]', error));
  const again = () => {
    if (isAsked) return;
    isAsked = true;
    void visitor.ready.then(() =>
      whenCalm(() => {
        isAsked = false;
        return step();
      }),
    );
  };
  listen(window, 'pagehide pageshow', ({ type }) => {
    isLeft = type === 'pagehide';
    if (!isLeft) again();
  });
  return {
    opened(experiences) {
      opened = experiences.map(({ id }) => id);
      again();
    },
    heard: (visitor) => ({
      ...visitor,
      track: (...given) => visitor.track(...given).then(again),
      keep: (grant) => visitor.keep(grant).then(again),
      async set(traits) {
        const wasOff = +!isOn();
        passing += wasOff;
        await visitor.set(traits);
        // at once: the page may be left, and the next one knows nothing of it
        if (wasOff) await tryStep();
        passing -= wasOff;
      },
    }),
    sent: tryStep,
  };
}
