// Whatever is done to a config, the checker answers, and every problem points at something.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { draws } from '../../../support/draws.ts';
import { SAMPLE } from './sample.ts';

type Step = string | number;

/** The paths of every value in a tree, the root's first. */
function readPaths(value: unknown, path: Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => readPaths(inner, [...path, key]))];
}

/** Reads `a.b[0]["c-d"]` back into steps. */
function parsePath(path: string): Step[] {
  const steps: Step[] = [];
  let rest = path;
  while (rest) {
    const match = /^\.?([$\w]+)|^\[(\d+)\]|^\[("(?:[^"\\]|\\.)*")\]/.exec(rest);
    if (!match) throw new Error(`"${path}" is no path at "${rest}"`);
    steps.push(
      match[2] !== undefined ? Number(match[2]) : match[3] !== undefined ? JSON.parse(match[3]) : match[1],
    );
    rest = rest.slice(match[0].length);
  }
  return steps;
}

type Holder = Record<Step, unknown>;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

function has(root: unknown, steps: Step[]): boolean {
  let at = root;
  for (const step of steps) {
    if (!isHolder(at) || !Object.hasOwn(at, step)) return false;
    at = at[step];
  }
  return true;
}

const paths = readPaths(SAMPLE).slice(1);
const words = [
  '',
  'kind',
  'everyone',
  'tents',
  '7d',
  '$gt',
  'script',
  '/x',
  'javascript:x',
  '<b',
  '{{',
  '__proto__',
  '*',
];
const scalar = fc.oneof(
  fc.constantFrom(...words),
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const anything = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(
    fc.oneof(fc.constantFrom('$gt', '$not', 'kind', 'of', 'is', 'css', 'a-b'), fc.string()),
    scalar,
    { maxKeys: 3 },
  ),
  fc.constantFrom(...paths).map((path) => path.reduce((at: unknown, step) => (at as Holder)[step], SAMPLE)),
);
const mutation = fc.record({
  path: fc.constantFrom(...paths),
  act: fc.constantFrom('replace', 'remove', 'add', 'rename'),
  name: fc.oneof(fc.constantFrom(...words), fc.string()),
  value: anything,
});

function mutate(
  root: unknown,
  { path, act, name, value }: { path: Step[]; act: string; name: string; value: unknown },
) {
  const holder = path.slice(0, -1).reduce((at, step) => (at as Holder | undefined)?.[step], root);
  const key = path.at(-1)!;
  if (!isHolder(holder)) return;
  if (act === 'replace') holder[key] = structuredClone(value);
  else if (Array.isArray(holder))
    act === 'remove' ? holder.splice(Number(key), 1) : holder.push(structuredClone(value));
  else if (act === 'remove') delete holder[key];
  else {
    Object.defineProperty(holder, name, {
      value: structuredClone(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    if (act === 'rename') delete holder[key];
  }
}

test('a config broken at random never crashes the checker, and every problem has its place', () => {
  let refusals = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const config = structuredClone(SAMPLE);
      for (const one of mutations) mutate(config, one);
      const { problems, config: fit } = checkConfig(config);
      expect(fit === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const { path, problem, remedy } of problems) {
        const steps = parsePath(path);
        // The place is there, or it is a missing field of something that is.
        expect(has(config, steps) || has(config, steps.slice(0, -1)), `${path}: ${problem}`).toBe(true);
        expect(problem).not.toMatch(/^Invalid|undefined|\[object/);
        expect(remedy).toMatch(/[.?…]$/);
      }
      refusals += problems.length;
      // What it takes it takes again, unchanged.
      if (fit) expect(checkConfig(JSON.stringify(fit)).problems).toEqual(problems);
    }),
    { numRuns: draws(5000) },
  );
  expect(refusals).toBeGreaterThan(draws(5000) / 2);
});

test('any value at all is answered', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => void checkConfig(value)),
    { numRuns: draws(5000) },
  );
});

test('a file cut anywhere is refused with one problem that names line and column', () => {
  const text = JSON.stringify(SAMPLE, null, 2);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 2 }), (length) => {
      const { problems } = checkConfig(text.slice(0, length));
      expect(problems).toHaveLength(1);
      expect(problems[0]?.problem).toMatch(/^line \d+, column \d+: (the file|".+" is not JSON|a text)/);
    }),
    { numRuns: draws(2000) },
  );
});
