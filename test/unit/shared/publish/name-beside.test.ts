// Files beside a tag are asked for by what they hold where its config needs them; nobody else's tag has a byte more.
import { expect, test } from 'vitest';
import { keyOf } from '../../../../shared/engine/hash.ts';
import { type Form, sourceFor } from '../../../../shared/publish/form.ts';
import { nameBeside } from '../../../../shared/publish/name-beside.ts';
import { publishTag } from '../../../../shared/publish/publish-tag.ts';
import { SIBLINGS } from '../../../../shared/publish/siblings.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import { configOf, experienceOf, readBuilt } from '../../../support/tag.ts';

const block = { kind: 'block', shape: 'bar', place: 'top', fields: { text: 'Night hike' } } as const;
const question: Question = {
  id: 'need',
  name: 'Need',
  ask: 'What matters most to you?',
  purpose: 'So that we show that first.',
  trait: 'need',
  answer: {
    kind: 'choice',
    options: [
      { value: 'price', label: 'A good price' },
      { value: 'quality', label: 'That it lasts' },
    ],
  },
};
const shown = experienceOf('everyone', [block]);
const USES: Record<string, Partial<Config>> = {
  'selvedge-block.js': { experiences: [shown] },
  'selvedge-ask.js': { questions: [question] },
  'selvedge-recommend.js': { items: { pages: true } },
};
const BESIDE = SIBLINGS.map(({ name }) => name);

/** All of a published tag. */
function textOf(form: Form, config: Config, read = readBuilt): string {
  const { script, rest } = publishTag(form, config, read);
  return [script, ...rest.map(({ text }) => text)].join('\n');
}
/** What it asks for by what that holds, and by what. */
const namedIn = (text: string) =>
  BESIDE.flatMap((name) => text.match(new RegExp(`"${name.replace('.', '\\.')}\\?\\w+"`, 'g')) ?? []);

test.each(['two', 'whole'] as const)('%s: what its config needs, and nothing else', (form) => {
  for (const [name, parts] of Object.entries(USES)) {
    const text = textOf(form, configOf(parts));
    expect(namedIn(text)).toEqual([`"${name}?${keyOf(readBuilt(name))}"`]);
    expect(text).not.toContain(`"${name}"`);
    // another content has another address
    const other = (file: string) => `${readBuilt(file)}${file === name ? ';0' : ''}`;
    expect(namedIn(textOf(form, configOf(parts), other))).toEqual([
      `"${name}?${keyOf(`${readBuilt(name)};0`)}"`,
    ]);
  }
  const all = Object.assign({}, ...Object.values(USES)) as Partial<Config>;
  expect(namedIn(textOf(form, configOf(all)))).toHaveLength(3);
});

test.each(['two', 'whole'] as const)('%s: who needs none of them has not a byte of it', (form) => {
  const paused = { ...shown, status: 'paused' as const };
  const text = { kind: 'text', target: { css: 'h1' }, value: 'Tents' } as const;
  for (const experiences of [[], [paused], [experienceOf('everyone', [text])]]) {
    const config = configOf({ experiences });
    const source = readBuilt(sourceFor(form, config));
    expect(
      nameBeside(source, config, () => {
        throw new Error('not read');
      }),
    ).toBe(source);
  }
});

test('what a config says of them is left as it is', () => {
  const says = { kind: 'text', target: { css: 'h1' }, value: '"selvedge-block.js"' } as const;
  const text = textOf('whole', configOf({ experiences: [experienceOf('everyone', [says, block])] }));
  expect(text).toContain(JSON.stringify(says.value));
  expect(namedIn(text)).toHaveLength(1);
});
