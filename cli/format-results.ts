// The words of `selvedge report`: per experience a sentence and a table for each goal, and what was not counted.
import type { Comparison, Report, ReportedExperience, ReportedGoal } from '../shared/measure/report.ts';
import { sayComparison, sayExperience, sayLift, sayShare } from '../shared/measure/say-result.ts';
import { formatTable } from './format-table.ts';
import { printableAll } from './printable.ts';
import { sayCount } from './say-count.ts';

const whole = (value: number): string => value.toLocaleString('en');
const money = (value: number): string => Number(value.toPrecision(4)).toLocaleString('en');

const indent = (rows: readonly string[][]): string =>
  formatTable(rows)
    .map((line) => `    ${line}\n`)
    .join('');

const interval = ({ lift, low, high }: Comparison): string =>
  lift === null && low === null && high === null ? '–' : `${sayLift(low, true)} to ${sayLift(high)}`;

const LEVELS: Record<ReportedExperience['level'], string> = {
  coin: 'counted without saying who is in the segment, so among all visitors of these pages',
  private: 'each goal says with a random answer now and then to whom it was shown',
  exact: 'each goal says to whom it was shown',
};

function formatArms({ arms, comparisons }: ReportedGoal): string {
  const hasValue = arms.some(({ value }) => value !== undefined);
  const isMany = comparisons.length >= arms.length;
  const cells = ({ lift, verdict }: Comparison, one: Comparison) => [
    lift === null ? '–' : sayLift(lift),
    interval(one),
    verdict,
  ];
  const rows = arms.map((one) => {
    const own = comparisons.find(({ arm, measure }) => arm === one.arm && measure === 'converted');
    return [
      one.arm,
      whole(one.visitors),
      whole(one.converted),
      sayShare(one.rate),
      ...(hasValue ? [money(one.value ?? 0), money(one.perVisitor ?? 0)] : []),
      ...(own && !isMany ? cells(own, own) : ['', '', '']),
    ];
  });
  const head = [
    'arm',
    'visitors',
    'converted',
    'rate',
    ...(hasValue ? ['value', 'a visitor'] : []),
    ...(isMany ? [] : ['lift', 'between', 'verdict']),
  ];
  const first = indent([head, ...rows.map((row) => row.slice(0, head.length))]);
  if (!isMany || comparisons.length === 0) return first;
  const compared = comparisons.map((one) => [
    `${one.arm} against ${one.base}${one.group === undefined ? '' : `, shown group ${one.group}`}`,
    one.measure,
    ...cells(one, one),
  ]);
  return `${first}\n${indent([['', 'of', 'lift', 'between', 'verdict'], ...compared])}`;
}

function formatExperience(experience: ReportedExperience): string {
  const { id, round, days, level, epsilon, goals } = experience;
  const how = `${level}${epsilon === undefined ? '' : `, ε ${epsilon}`}: ${LEVELS[level]}`;
  const tables = goals.map((goal) => {
    const look = goal.isMain ? '' : ' (for looking: no verdict stands on it)';
    const [first] = goal.comparisons;
    const note = goal.isMain || !first ? '' : `    ${sayComparison(experience, goal, first)}\n`;
    return `\n  ${goal.name ?? goal.goal}${look}\n${formatArms(goal)}${note}`;
  });
  return `${sayExperience(experience)}\n  ${id}, round ${round}, ${sayCount(days, 'day')}; ${how}\n${tables.join('')}`;
}

const REASONS: [name: keyof Report['source']['skipped'], words: string][] = [
  ['robot', 'of robots'],
  ['twice', 'seen twice'],
  ['unreadable', 'unreadable'],
  ['outside', 'outside the dates'],
  ['unknown', 'of experiences, rounds, arms or goals that the config has not'],
];

export function formatSkipped(skipped: Report['source']['skipped']): string {
  return REASONS.filter(([name]) => skipped[name] > 0)
    .map(([name, words]) => `${whole(skipped[name])} ${words}`)
    .join(', ');
}

/** @param said names and ids in it are of the config or, without one, of whoever asked for an address */
export function formatResults(said: Report): string {
  const { from, until, alpha, source, experiences } = printableAll(said);
  const skipped = formatSkipped(source.skipped);
  const sure = Number((100 * (1 - alpha)).toPrecision(4));
  return `${experiences.map(formatExperience).join('\n')}
${from} to ${until} (UTC): ${sayCount(source.pings, 'ping')} in ${sayCount(source.lines, 'line')}${skipped ? `; not counted: ${skipped}` : ''}.
What is said to lie between two numbers does so ${sure} times in 100, however often you look.
`;
}
