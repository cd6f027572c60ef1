// Made-up visitors walk the demo shop by the engine and the counting that a page has, and leave an access log as its server
// writes it. What one variant does is known: so it can be seen whether a report finds it.

import { assign } from '../../shared/engine/assign.ts';
import { compile } from '../../shared/engine/compile.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { record } from '../../shared/engine/fold.ts';
import { matchesPages } from '../../shared/engine/pattern.ts';
import { createProfile } from '../../shared/engine/profile.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Props } from '../../shared/schema/props.ts';
import { createCounted } from '../../snippet/measure/counted.ts';
import { look } from '../../snippet/measure/look.ts';
import { planOf } from '../../snippet/measure/plan.ts';
import { type Random, random } from '../support/random.ts';
import { writeLine } from './access-log.mjs';

export interface Walk {
  visitors: number;
  /** The visitors come within so many days. */
  days: number;
  /** ms since epoch: when the first could come */
  from: number;
  /** Whose variant does how much: those who got it put something in the basket more often by this share. */
  experience: string;
  variant: string;
  lift: number;
  /** Addresses of products. */
  products: readonly string[];
  seed: number;
}

export interface Walked {
  /** The access log, in order of time. */
  lines: string[];
  /** By side: how many looked at a product, and how many of these put one in the basket. */
  truth: Record<string, { visitors: number; added: number }>;
}

const DAY = 864e5;
const SITE = 'https://marram.example';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
/** Of those who look at a product, and of those who put one in the basket. */
const ADDS = 0.2;
const ORDERS = 0.3;
const HEX = '0123456789abcdef';
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

const draw = ({ pick }: Random, letters: string, length: number): string =>
  Array.from({ length }, () => pick([...letters])).join('');

/** @throws Error where the config counts nothing */
export function walkVisitors(config: Config, walk: Walk): Walked {
  const chance = random(walk.seed);
  const live = { ...config, experiences: config.experiences.filter(({ status }) => status === 'live') };
  const plan = planOf(live);
  if (!plan) throw new Error('the config counts nothing: add "measure": { "ping": {} }');
  const program = compile(live);
  const log: { at: number; line: string }[] = [];
  const truth: Walked['truth'] = {};

  const visit = (): void => {
    const seed = draw(chance, HEX, 32);
    const profile = createProfile(program);
    const counted = createCounted(0);
    let at = walk.from + Math.floor(chance.share() * walk.days * DAY);
    let page = '/';
    const ask = (url: string, status: number, bytes: number, referrer?: string) => {
      log.push({ at, line: writeLine({ at, url, status, bytes, referrer, agent: AGENT }) });
    };
    const opened = () => live.experiences.filter(({ pages }) => matchesPages(pages, new URL(page, SITE)));
    /** What happened is folded, and counted as a page does that. */
    const happen = (name: string, props: Props = {}, isView = false) => {
      at += 1_000 + chance.below(20_000);
      const events: VisitorEvent[] = record(program, profile, name, props, at);
      const ids = isView ? opened().map(({ id }) => id) : [];
      look(counted, events, { plan, seed, opened: ids, now: at, strange() {} });
      for (const { props } of counted.waiting.splice(0))
        ask(`${props.url}&r=${draw(chance, LETTERS, 12)}`, 204, 0);
    };
    /** @returns what each experience of the page gives */
    const open = (path: string): Map<string, string> => {
      ask(path, 200, 4_000 + chance.below(9_000), page === path ? undefined : SITE + page);
      page = path;
      happen('page_view', { path }, true);
      const view = { program, profile, facts: { path }, now: at };
      const given = new Map<string, string>();
      for (const experience of opened()) {
        if (experience.trigger && experience.trigger.kind !== 'load') continue;
        const { id, outcome, variant, segment, eligible } = assign(experience, view, seed);
        if (!eligible || outcome === 'original') continue;
        given.set(id, outcome === 'variant' ? `variant:${variant}` : outcome);
        happen('exposure', { experience: id, outcome, ...(variant && { variant }), segment: `${segment}` });
      }
      return given;
    };
    if (chance.share() < 0.6) open('/');
    // some look no further
    if (chance.share() < 0.15) return;
    const looks = 1 + chance.below(3);
    let side: string | undefined;
    for (let i = 0; i < looks; i++) side = open(chance.pick(walk.products)).get(walk.experience) ?? side;
    if (side === undefined) return;
    truth[side] ??= { visitors: 0, added: 0 };
    const own = truth[side] ?? { visitors: 0, added: 0 };
    own.visitors++;
    const more = side === `variant:${walk.variant}` ? 1 + walk.lift : 1;
    if (chance.share() >= ADDS * more) return;
    own.added++;
    const value = 20 + chance.below(400);
    happen('add_to_cart', { value });
    open('/cart');
    if (chance.share() >= ORDERS) return;
    open('/thank-you');
    happen('purchase', { value, transaction_id: draw(chance, HEX, 8) });
  };
  for (let i = 0; i < walk.visitors; i++) visit();
  return { lines: log.sort((a, b) => a.at - b.at).map(({ line }) => line), truth };
}
