// Where the site stated a figure (conditions/stated.ts): what a finding has for it, and what its reason says. A part of a tag, as
// that is.

import type { CompiledRule, Telling, View } from './view.ts';

/** What a finding has besides its figure, where the site may state that. */
export const findStated = (
  { stated }: CompiledRule,
  entries: unknown[] | undefined,
  view: View,
  now: number,
  figure: unknown,
) =>
  stated && {
    isStated: (): boolean => figure !== undefined && stated(entries ?? [], view, now).counts,
    says: (telling: Telling) => stated(entries ?? [], view, now).says?.(telling),
  };

/** Why, where what the site stated counts. */
export const explainStated = <
  F extends { of?: unknown; isStated?(): boolean },
  W extends { kinds: Record<string, string> },
>(
  finding: F,
  words: W,
  say: (finding: F, words: W) => string,
): { text?: string } =>
  // a segment says what is in it
  finding.isStated?.() && !finding.of
    ? { text: (words.kinds.stated ?? '').replace('$s', () => say(finding, words)) }
    : {};
