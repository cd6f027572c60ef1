// All that decisions need to know of one visitor: plain JSON, structured-clonable, rebuildable from the ledger
// (but for the traits, which are stated and not events).

/** How a visitor came: the visit's, from its first page on or from a later arrival with utm parameters. */
export interface Arrival {
  source?: string;
  medium?: string;
  campaign?: string;
  channel?: string;
  /** a host */
  referrer?: string;
  /** a path */
  landing?: string;
}

export interface Visit extends Arrival {
  /** from 1 */
  number: number;
  startAt: number;
  lastAt: number;
  pages: number;
  /** the gap before this visit; missing when no earlier one is remembered */
  awayMs?: number;
}

export type TraitValue = string | number | boolean | (string | number | boolean)[];

export interface Profile {
  /** null before the first event */
  firstSeenAt: number | null;
  newestAt: number;
  visit: Visit | null;
  traits: Record<string, TraitValue>;
  /** State by node key. An absent key is not built yet: the conditions that need it are unknown. */
  nodes: Record<string, unknown[]>;
  /** `transaction_id`s of the purchases seen */
  transactions: string[];
  /** of the page viewed last: what an event on it is about that names no topic itself */
  topics: string[];
  /** of the page viewed last; missing before the first one, and in profiles of an earlier tag */
  path?: string;
  /** experience id → variant id of the last exposure, '' for the holdout: what a goal is counted for */
  exposed: Record<string, string>;
  /** experience id → the segment that was for, or would have been for; missing in profiles of an earlier tag */
  exposedIn?: Record<string, string>;
  /** time of the newest event ever pruned from the ledger */
  prunedAt: number | null;
  /** which rules `nodes` were folded by; under other rules the nodes they do not know are dropped */
  rules: string;
  /** the clock while it is far behind the newest event: since when, until when (ms, as it says), and what was seen of it */
  behind?: { from: number; at: number; pages: number; visits: number };
  /** the ledger holds records that make no sense, or dates that cannot be: it wants to be healed */
  isOdd?: boolean;
}

/** A visit ends with so long without an event. */
export const VISIT_GAP_MS = 18e5;

/**
 * A new visitor: every node built and empty.
 * @param program of a compiled config: which nodes there are, and what they are folded by
 */
export function createProfile(program: { id: string; nodes: ReadonlyMap<string, unknown> }): Profile {
  const nodes: Profile['nodes'] = {};
  for (const key of program.nodes.keys()) nodes[key] = [];
  return {
    firstSeenAt: null,
    newestAt: 0,
    visit: null,
    traits: {},
    nodes,
    transactions: [],
    topics: [],
    exposed: {},
    exposedIn: {},
    prunedAt: null,
    rules: program.id,
  };
}
