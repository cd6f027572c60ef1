// Templates that somebody looks for, and that nobody could be in yet: what the draft lacks for them, and where that is made.

import { findLacking } from '../../../shared/templates/is-offered.ts';
import type { Template } from '../../../shared/templates/template.ts';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import { OpenLearn } from '../draft/open-learn.tsx';
import { untaught } from '../draft/untaught.ts';

/** What an export says of all buyers and visits, as a template needs it. */
const LEARNED: Record<string, string> = {
  personas: t`groups of buyers`,
  value: t`what buyers are expected to order`,
  spend: t`what buyers are expected to spend`,
  models: t`how likely a goal is`,
};

const sayLearned = (count: number, what: string): string =>
  count === 1
    ? t`1 more template asks what this draft does not hold yet: ${what}. It is learned from your export.`
    : t`${count} more templates ask what this draft does not hold yet: ${what}. It is learned from your export.`;

const sayUntaught = (count: number, what: string): string =>
  count === 1
    ? t`1 more template asks what your export did not teach: ${what}.`
    : t`${count} more templates ask what your export did not teach: ${what}.`;

const sayAnswered = (count: number): string =>
  count === 1
    ? t`1 more template asks what visitors answered: this draft has no question with answers to choose from.`
    : t`${count} more templates ask what visitors answered: this draft has no question with answers to choose from.`;

/** @param templates those that are not offered */
export function LackingNote({ templates }: { templates: readonly Template[] }) {
  const asked = templates.filter(({ needs }) => needs.includes('questions'));
  const learned = templates.filter(({ needs }) => !needs.includes('questions'));
  const lacking = findLacking(learned, config.value);
  const what = sayAll(lacking.map((need) => LEARNED[need] ?? need));
  const isRefused = lacking.length > 0 && lacking.every((need) => untaught.value.includes(need));
  return (
    <>
      {learned.length > 0 && (
        <div class="card">
          <p class="small">
            {isRefused ? sayUntaught(learned.length, what) : sayLearned(learned.length, what)}
          </p>
          {!isRefused && <OpenLearn />}
        </div>
      )}
      {asked.length > 0 && (
        <div class="card">
          <p class="small">{sayAnswered(asked.length)}</p>
        </div>
      )}
    </>
  );
}
