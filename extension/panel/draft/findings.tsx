// What would change for visitors, and what is wrong with it or worth a thought.

import { ChevronRight, CircleCheck } from 'lucide-preact';
import type { Config } from '../../../shared/schema/config.ts';
import type { Problem } from '../../../shared/schema/problem.ts';
import { sayDecimal } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { checked, config, differences, draft } from './desk.ts';
import { DifferenceList } from './difference-list.tsx';
import { weighConfig } from './prepare.ts';
import { ProblemLine } from './problem-line.tsx';
import { isAllFilled, UnfinishedRules } from './unfinished-rules.tsx';
import { isUntouched } from './untouched.ts';
import { useAdvice } from './use-advice.ts';

const MOST = 12;
const MOST_HERE = 4;

export const Differences = () => <DifferenceList all={differences.value} />;

/** What has to be put right in one part, where it is made. */
export function PartProblems({ of, id }: { of: 'segments' | 'experiences' | 'questions'; id: string }) {
  const at = config.value?.[of]?.findIndex((one) => one.id === id);
  const problems =
    checked.value?.problems.filter(
      ({ path, severity }) => severity === 'error' && path.startsWith(`${of}[${at}]`),
    ) ?? [];
  if (problems.length === 0) return null;
  return (
    <Note tone="warn">
      <ul class="list">
        {problems.slice(0, MOST_HERE).map(({ path, problem, remedy }) => (
          <li key={path + problem}>
            {problem}. {remedy}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Fit({ config: fit, isGood }: { config: Config; isGood: boolean }) {
  const weight = (
    <span class="soft">{t`It takes ${sayDecimal(weighConfig(fit) / 1000)} kB of the file that your pages load.`}</span>
  );
  if (!isGood) return <p class="small">{weight}</p>;
  return (
    <p class="small row said">
      <CircleCheck size={15} class="yes" aria-hidden="true" />
      <span class="grow">
        {t`Nothing in it breaks the page.`} {weight}
      </span>
    </p>
  );
}

function Folded({ all, title }: { all: Problem[]; title: string }) {
  if (all.length === 0) return null;
  return (
    <details class="small">
      <summary>
        <ChevronRight class="turn" size={15} aria-hidden="true" />
        {title}
      </summary>
      <ul class="list">
        {all.slice(0, MOST).map((one) => (
          <ProblemLine key={one.path + one.problem} {...one} />
        ))}
      </ul>
    </details>
  );
}

/** @param isGood whether nothing is said to be wrong elsewhere */
export function Findings({ isGood }: { isGood: boolean }) {
  const result = checked.value;
  const now = config.value;
  const fit = result?.config;
  const advice = useAdvice(fit);
  const errors = result?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = [
    ...(result?.problems.filter(({ severity }) => severity === 'warning') ?? []),
    ...(advice.kind === 'given' ? advice.problems : []),
  ];
  const base = draft.value?.base;
  const isOld = ({ path }: Problem) => now !== undefined && isUntouched(path, now, base);
  const [mine, old] = [warnings.filter((one) => !isOld(one)), warnings.filter(isOld)];
  return (
    <>
      {errors.length > 0 && (
        <Note tone="bad">
          <strong>{t`This cannot be published yet:`}</strong>
          <ul class="list">
            {errors.slice(0, MOST).map((one) => (
              <ProblemLine key={one.path + one.problem} {...one} />
            ))}
          </ul>
        </Note>
      )}
      <Folded
        all={mine}
        title={mine.length === 1 ? t`One thing to think about` : t`${mine.length} things to think about`}
      />
      <Folded
        all={old}
        title={
          old.length === 1
            ? t`One more about what this draft does not touch`
            : t`${old.length} more about what this draft does not touch`
        }
      />
      <UnfinishedRules />
      {fit && <Fit config={fit} isGood={isGood && isAllFilled.value} />}
      {fit && advice.kind !== 'given' && (
        <p class="tiny soft" role="status">
          {advice.kind === 'thinking'
            ? t`Looking who gets into which segment …`
            : t`Who gets into which segment takes long to think over here: \`selvedge check\` says it.`}
        </p>
      )}
    </>
  );
}
