// Writes one line: what the engine answers to a condition on a page that is opened at an instant, for all instants from
// an hour before the newest event on.
//
// The engine records that page on a copy of the profile and is asked, at every instant at which its answer may change.
// Pure; changes nothing it is given.

import { find } from '../decide.ts';
import { digTold } from '../dig.ts';
import { CLOCK_SLACK_MS } from '../event.ts';
import { record } from '../fold.ts';
import { isObject, toJson } from '../native.ts';
import { numbersIn } from '../predicate.ts';
import type { Profile } from '../profile.ts';
import type { Program } from '../view.ts';
import { edgesOf } from './edges.ts';
import { findCrossing, findHalfLife } from './fade.ts';
import { findSteps, type Probe } from './find-steps.ts';
import { joinStates } from './join-states.ts';
import type { Leaf, OpenedPage } from './leaf.ts';
import type { Line } from './line.ts';

/** The last instant (ms) that a `Date` can hold, less a day for zones. */
const END = 8.64e15 - 864e5;
/** After so many changes, or instants to look at, a line ends in unknown. */
const MAX_CHANGES = 40;
const MAX_LOOKS = 500;

/** After so many half-lives only rounding is left. */
const FADED = 64;

/** What fades may change at any ms, but changes one way. */
const isFading = ({ condition: { kind } }: Leaf): boolean => kind === 'score' || kind === 'interest';

/** Whether its figure only falls, or only rises, while events leave its window and none enters. */
const isOneWay = (leaf: Leaf, state: unknown[]): boolean => {
  const { condition } = leaf;
  if ('between' in condition && condition.between) return false;
  switch (condition.kind) {
    case 'count':
    case 'distinct':
    case 'min':
    case 'max':
      return true;
    case 'sum':
      return state.every((entry) => Array.isArray(entry) && entry[1] >= 0);
    default:
      return isFading(leaf);
  }
};

/** Whether the page may meet that entry of a sequence: it is of the same value, or all steps were done. */
const isNear = ({ condition }: Leaf, [, step, key]: unknown[], { events }: OpenedPage): boolean => {
  if (condition.kind !== 'sequence' || !key || step === condition.steps.length - 1) return true;
  const { same = '' } = condition;
  return events.some(({ props }) => digTold(props, same).some((value) => toJson(value) === key));
};

/** The numbers between which a test, and the doubt about what was pruned, cannot change their verdict. */
const gradesOf = (leaf: Leaf): number[] =>
  numbersIn(leaf.rule.is).flatMap((edge) =>
    // of what fades nothing is pruned
    isFading(leaf) ? [edge] : [edge - 1, edge - 1e-6, edge, edge + 1e-6, edge + 1],
  );

/** A figure, or the parts of one that a test asks for. */
const readFigures = (is: unknown, figure: unknown): number[] =>
  isObject(figure) && isObject(is)
    ? Object.keys(is).flatMap((part) => (is[part] === undefined ? [] : [Number(figure[part])]))
    : [Number(figure)];

/** How the engine answers on a page that is opened at an instant. */
function createProbe(
  program: Program,
  profile: Profile,
  leaf: Leaf,
  page: OpenedPage,
): (at: number) => Probe {
  const { marked, rule } = leaf;
  const { key, memory } = rule;
  const grades = gradesOf(leaf);
  const small: Program = {
    ...program,
    id: profile.rules,
    rules: new Map([[marked, rule]]),
    nodes: new Map(key && memory ? [[key, memory]] : []),
    listeners: new Map(),
  };
  return (at) => {
    const copy: Profile = {
      ...profile,
      visit: profile.visit && { ...profile.visit },
      nodes: key
        ? {
            [key]: profile.nodes[key] ?? [],
            ...joinStates(profile, leaf),
          }
        : {},
      transactions: [...profile.transactions],
      exposed: { ...profile.exposed },
      exposedIn: { ...profile.exposedIn },
    };
    for (const { name, props } of page.events) record(small, copy, name, props, at, page.arrival);
    const { value, figure } = find(marked, { program: small, profile: copy, facts: {}, now: at });
    const figures = readFigures(rule.is, figure);
    return {
      value: value === 'unknown' ? 2 : +value,
      grounds: `${value}${figures.map((one) => grades.map((grade) => Math.sign(one - grade)))}`,
      figures,
    };
  };
}

/** After how many half-lives it may answer otherwise. */
const guessFading = (leaf: Leaf, first: Probe, half: Probe, last: Probe): number[] => [
  ...first.figures.flatMap((start, i) =>
    gradesOf(leaf).map((grade) =>
      findCrossing([start, half.figures[i] ?? NaN, last.figures[i] ?? NaN], grade),
    ),
  ),
  FADED,
];

/** The instants from which the answer is another, in order; they end where it becomes too much. */
function* stepsOf(
  program: Program,
  profile: Profile,
  leaf: Leaf,
  page: OpenedPage,
): Generator<[number, number]> {
  const { key } = leaf.rule;
  const state = key ? (profile.nodes[key] ?? []) : [];
  const start = profile.newestAt - CLOCK_SLACK_MS;
  const near = state.filter((entry) => !Array.isArray(entry) || isNear(leaf, entry, page));
  const { own, entries } = edgesOf(leaf, near, { program, profile, facts: {}, now: start });
  const sort = (instants: number[]): number[] =>
    [...new Set(instants)].filter((at) => at > start && at < END).sort((a, b) => a - b);
  const probe = createProbe(program, profile, leaf, page);
  const rows = [start, ...sort(own), END];
  const inner = sort(entries);
  const oneWay = isOneWay(leaf, state);
  const halfLife = findHalfLife(leaf.condition, program.config) ?? Infinity;
  let left = MAX_LOOKS;
  let next = 0;
  // not by entries(), which old libraries make a list of (Prototype 1.6)
  for (let i = 1; i < rows.length; i++) {
    const [from = start, to = END] = rows.slice(i - 1);
    const instants = [from];
    for (; (inner[next] ?? END) < to; next++) if (inner[next] !== from) instants.push(inner[next] ?? END);
    const rest = oneWay ? [] : instants.splice(left);
    left -= oneWay ? 0 : instants.length;
    const guess = (first: Probe, last: Probe): number[] =>
      guessFading(leaf, first, probe(from + halfLife), last).map((lives) => lives * halfLife);
    yield* halfLife < Infinity
      ? findSteps({ at: (place) => from + place, length: to - from, isOneWay: true, guess }, probe)
      : findSteps(
          { at: (place) => instants[place] ?? from, length: instants.length, isOneWay: oneWay },
          probe,
        );
    if (rest[0] === undefined) continue;
    yield [rest[0], 2];
    return;
  }
}

export function lineOf(program: Program, profile: Profile, leaf: Leaf, page: OpenedPage): Line {
  // an order on that page would count from the instant at which it is opened: every such page has a line of its own
  if (leaf.rule.says && page.events.some(({ name }) => leaf.rule.memory?.on.includes(name))) return 2;
  const line: number[] = [];
  for (const [at, value] of stepsOf(program, profile, leaf, page)) {
    if (value === line.at(-1)) continue;
    if (line.length > 2 * MAX_CHANGES) {
      line.push(at, 2);
      break;
    }
    if (line.length) line.push(at);
    line.push(value);
  }
  const [value] = line;
  return line.length > 1 || value === undefined ? line : value === 0 || value === 1 ? value : 2;
}
