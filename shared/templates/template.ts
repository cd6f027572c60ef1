// A named rule with blanks: what the gallery offers authors. The words are in texts.ts, so that they can be
// translated without touching the rules.
import type * as z from 'zod';
import type { Condition } from '../schema/condition.ts';

export type TemplateGroup =
  | 'visits'
  | 'arrival'
  | 'engagement'
  | 'journey'
  | 'interest'
  | 'basket'
  | 'purchase'
  | 'learned'
  | 'friction'
  | 'device'
  | 'place and time'
  | 'stated'
  | 'answered';

export interface Template {
  id: string;
  group: TemplateGroup;
  /**
   * What the site must supply, in words of the config: event names that it or a capture must send,
   * "topics", "rfm", "trait" for what a visitor or the site must have stated, or what a config must hold for it to be
   * offered (is-offered.ts). The page itself records the rest.
   */
  needs: readonly string[];
  /** Every blank with its type and, wherever there is a sensible one, a default. */
  params: z.ZodObject;
  /** @throws ZodError when the params do not fit */
  build(params?: unknown): Condition;
}

/** Makes a template whose rule sees its parameters typed and with defaults filled in. */
export function template<P extends z.ZodObject>(parts: {
  id: string;
  group: TemplateGroup;
  needs?: readonly string[];
  params: P;
  when(params: z.output<P>): Condition;
}): Template {
  const { id, group, needs = [], params, when } = parts;
  return { id, group, needs, params, build: (given = {}) => when(params.parse(given)) };
}
