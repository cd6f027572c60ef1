// What became of stopping everything or of starting it again: nothing is said to be stopped that may not be.

import { readLanguage } from '../../../shared/words/locale.ts';
import { t } from '../../../shared/words/t.ts';
import type { Act } from '../draft/stop.ts';
import type { Outcome } from './outcome.ts';
import type { Said } from './say-outcome.ts';

/** What may lie there all the same. */
const DOUBTFUL: readonly Outcome['kind'][] = ['unknown', 'differs'];

const WORDS = {
  stop: {
    done: t`Everything is stopped`,
    not: t`Not stopped`,
    doubt: t`Perhaps not stopped`,
    next: t`Pages that are opened now show nothing of it; one that is open goes on until it is left.`,
    again: t`Stop everything`,
  },
  start: {
    done: t`Started again`,
    not: t`Not started again`,
    doubt: t`Perhaps not started again`,
    next: t`Pages that are opened now show it.`,
    again: t`Start it again`,
  },
} as const;

/** What was said of publishing, with what is to be pressed here for it. */
function sayAgain(text: string, again: string): string {
  // other languages do not put the sentence together so
  return readLanguage() === 'en'
    ? text.replaceAll(/([Pp])ublish again\b/g, `$1ress “${again}” again`)
    : t`${text} To try again, press “${again}”.`;
}

/** @param said of a publish with this outcome */
export function sayActed(said: Said, outcome: Outcome, act: Act): Said {
  const words = WORDS[act];
  if (outcome.kind === 'published' || outcome.kind === 'same')
    return { tone: 'good', title: words.done, text: `${said.text} ${words.next}` };
  const { kind } = outcome.kind === 'half' ? outcome.why : outcome;
  const doubt = DOUBTFUL.includes(kind) ? words.doubt : words.not;
  return {
    ...said,
    title: `${doubt}. ${said.title}`,
    text: sayAgain(said.text, words.again),
  };
}
