// The remedy shows what to write where the type alone would leave an author guessing.
import { expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { broken } from './sample.ts';

const count = { kind: 'count', event: 'page_view' };
test.each<[mistake: string, path: (string | number)[], value: unknown, remedy: RegExp]>([
  ['one page that is no list', ['experiences', 0, 'pages'], '/', /^Write a list: \[ "\/" \]\.$/],
  ['no condition', ['segments', 0, 'when'], null, /^Write an object such as \{ "kind": "count", /],
  [
    'a change without its target',
    ['experiences', 0, 'variants', 0, 'changes', 0, 'target'],
    undefined,
    /"css": "h1"/,
  ],
  [
    'a step that is only a name',
    ['segments', 0, 'when'],
    { kind: 'sequence', steps: ['purchase'], within: '1d' },
    /such as \{ "event": "add_to_cart" \}/,
  ],
  ['a number in quotes', ['segments', 0, 'when'], { ...count, is: { $gte: '2' } }, /without quotes: 2\.$/],
  [
    'another language’s operator',
    ['segments', 0, 'when'],
    { ...count, is: { '>=': 2 } },
    /Did you mean "\$gte"\?/,
  ],
])('%s', (_mistake, path, value, remedy) => {
  const { problems } = checkConfig(broken(path, value));
  expect(problems.map((problem) => problem.remedy)).toContainEqual(expect.stringMatching(remedy));
});

test('an experience with a goal where none is defined: how one is written', () => {
  const { problems } = checkConfig({
    ...(broken(['experiences', 0, 'goal'], 'bought') as object),
    goals: [],
  });
  expect(problems.map(({ remedy }) => remedy)).toContain(
    'No goal is defined yet: add one to "goals", such as {"id":"bought","name":"…","event":"purchase"}.',
  );
});
