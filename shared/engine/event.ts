// One thing a visitor did, as the ledger holds it: stored once, never changed.
import type { Props } from '../schema/props.ts';

export interface VisitorEvent {
  name: string;
  /** ms since epoch; never earlier than the event before it */
  at: number;
  props: Props;
}
