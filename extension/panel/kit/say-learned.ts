// Says, for authors, what the conditions of learned numbers found: the engine's own sentence with the numbers behind it, in
// the panel's words. In what is built it comes with these conditions (learned-later.ts).

import type { Finding } from '../../../shared/engine/decide.ts';
import type { ConditionOf } from '../../../shared/schema/condition.ts';
import type { Predicate } from '../../../shared/schema/predicate.ts';
import { readLocale } from '../../../shared/words/locale.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { sayEvent } from './say-event.ts';
import { sayMade } from './say-made.ts';
import { sayStated } from './say-stated.ts';
import { sayLength, saySpan, sayTest } from './say-test.ts';

export type Learned = ConditionOf<'persona' | 'expected' | 'alive' | 'model'>;

/** With `$` where the engine puts something in. */
const kinds = {
  days: `${t`${'$e'} on 1 day`}|${t`${'$e'} on ${'$n'} days`}`,
  bought: t`${'$d'}, the first ${'$f'} ago, the last ${'$l'} ago. `,
  shown: t`, as ${'$n'} buyers showed until ${'$t'}`,
  persona: t`Nearest of the groups of buyers${'$b'}: ${'$n'}`,
  expected: t`Order days expected in the next ${'$a'}${'$b'}: ${'$n'}`,
  spent: t`Money expected in the next ${'$a'}${'$b'}: ${'$n'}`,
  alive: t`Chance that buying has not ended${'$b'}: ${'$n'}`,
  model: t`Chance of “${'$e'}” in this visit: ${'$n'}`,
  such: t`Of 100 such visits about ${'$m'} ended in “${'$e'}” (${'$l'}–${'$h'})${'$b'}`,
  showed: t`, as ${'$n'} visits showed until ${'$t'}`,
};

const put = (template = '', parts: Record<string, unknown>): string =>
  template.replace(/\$(\w)/g, (_all, name: string) => sayMade(String(parts[name] ?? '')));

const MISSING: Record<Learned['kind'], string> = {
  persona: t`no order remembered`,
  expected: t`no order remembered`,
  alive: t`not known before a second day with an order`,
  model: t`not known, as something it looks at is missing`,
};

/** To a tenth, as an author writes what is asked for. */
const sayPerCent = (chance: number): string => `${sayNumber(chance * 100, { maximumFractionDigits: 1 })} %`;
const toPerCent = (is: Predicate): Predicate =>
  JSON.parse(JSON.stringify(is), (_key, part) => (typeof part === 'number' ? sayPerCent(part) : part));

/** @returns what was found, and what is needed */
function tellBoth({
  condition,
  figure,
  says,
}: Finding & { condition: Learned }): [found: string, need: string] {
  const isChance = condition.kind === 'alive';
  const n =
    figure === undefined
      ? MISSING[condition.kind]
      : typeof figure !== 'number'
        ? String(figure)
        : isChance
          ? sayPerCent(figure)
          : String(+figure.toFixed(2));
  const test = 'is' in condition ? condition.is : undefined;
  const [found = '', need = test === undefined ? '' : sayTest(isChance ? toPerCent(test) : test)] =
    says?.({
      n,
      figure,
      words: { locale: readLocale(), kinds },
      put,
      say: (part, _words, isLength) =>
        isLength
          ? sayLength(Number(part))
          : typeof part === 'string'
            ? saySpan(part)
            : sayTest(part as Predicate),
      sayStep: ({ event }) => sayEvent(event),
    }) ?? [];
  return [found, sayMade(need)];
}

/** What was found, with what is needed. */
export function sayLearned(finding: Finding & { condition: Learned }): string {
  const [found, need] = tellBoth(finding);
  return t`${found}; needs ${need}`;
}

export const sayFound = (finding: Finding & { condition: Learned }): string =>
  sayStated(finding, tellBoth(finding)[0]);
