// Made-up visits of a shop whose truth is known, as events of this tag: what a visit leads to follows from what came
// before it, by weights that are written here.
import { random } from './random.ts';

const DAY_MS = 864e5;
const MINUTE_MS = 6e4;
export const FIRST_DAY = 20_000;
const DAYS = 120;

/** The chance of an order in a visit: logistic of these. */
export const TRUTH = { bias: -3, cart: 1.1, email: 0.9 };

export interface MadeEvent {
  visitor: string;
  name: string;
  at: number;
  day: number;
  props: Record<string, unknown>;
}

export interface Made {
  visitors?: number;
  seed?: number;
  /** what a visit leads to has nothing to do with what came before it */
  isChance?: boolean;
  /** an event that only visits with an order have, when they begin */
  leak?: string;
  /** the days on which orders become rare */
  rareFrom?: number;
}

/** Marked, so that they are found wherever they would come out. */
export const markedVisitor = (i: number) => `mark-${i}@secret.example`;

/**
 * Each visit is one page view, then an order on a second page, or nothing: then, in half of the visits, something goes
 * into the cart on the page that was there.
 */
export function makeVisits({ visitors = 2500, seed = 11, isChance = false, leak, rareFrom }: Made = {}) {
  const { share, below } = random(seed);
  const events: MadeEvent[] = [];
  for (let i = 0; i < visitors; i++) {
    let carts = 0;
    let day = FIRST_DAY + below(DAYS - 30);
    for (; day < FIRST_DAY + DAYS; day += 1 + below(25)) {
      let at = day * DAY_MS + below(20 * 60) * MINUTE_MS;
      const put = (name: string, props: Record<string, unknown>) =>
        events.push({ visitor: markedVisitor(i), name, at, day, props });
      const isEmail = share() < 0.3;
      const sum = isChance ? -1.5 : TRUTH.bias + TRUTH.cart * Math.log1p(carts) + (isEmail ? TRUTH.email : 0);
      const isRare = rareFrom !== undefined && day >= FIRST_DAY + rareFrom;
      const isOrdered = share() < (1 / (1 + Math.exp(-sum))) * (isRare ? 0.4 : 1);
      put('visit_start', { channel: isEmail ? 'email' : 'direct', secret: `secret-${i}` });
      if (leak && isOrdered) put(leak, {});
      put('page_view', { path: `/secret/${below(50)}`, topics: [] });
      at += MINUTE_MS;
      if (isOrdered) {
        put('page_view', { path: '/thanks', topics: [] });
        put('purchase', { value: 10 + below(90), transaction_id: `secret-${i}-${day}` });
      } else if (share() < 0.5) {
        put('add_to_cart', { value: 5 });
        carts++;
      }
    }
  }
  return events;
}

export const linesOf = (events: readonly MadeEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');
