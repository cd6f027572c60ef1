// A config read out of a tag gets back what tags leave out, as far as the author's own last published one knows it.
import { expect, test } from 'vitest';
import { isSameToPages, restoreConfig } from '../../../../../extension/panel/draft/restore.ts';
import { trimConfig } from '../../../../../shared/publish/bundle.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { modelOf } from '../../../shared/engine/models.ts';

const known: Config = {
  version: 1,
  site: 'shop.example',
  revision: 4,
  segments: [
    { id: 'tents', name: 'Tents', description: 'Looks at tents', when: { kind: 'all', of: [] } },
    { id: 'boots', name: 'Boots', when: { kind: 'none', of: [] } },
  ],
  goals: [{ id: 'order', name: 'An order', event: 'purchase' }],
  experiences: [
    {
      id: 'hero',
      name: 'The hero',
      status: 'live',
      pages: ['/'],
      variants: [
        {
          id: 'a',
          name: 'Dry',
          segment: 'tents',
          changes: [{ kind: 'hide', target: { css: 'h1', print: { tag: 'h1', text: 'Home' } } }],
        },
      ],
    },
    { id: 'later', name: 'Later', status: 'draft', pages: ['/later'], variants: [] },
  ],
};
const fromTag = (edit: (config: Config) => void = () => {}): Config => {
  const config = structuredClone(trimConfig(known));
  edit(config);
  return config;
};

test('a tag of one’s own comes back whole: names, descriptions, fingerprints and what is not live', () => {
  expect(restoreConfig(fromTag(), known)).toEqual(known);
});

test('what somebody else changed is kept, under the names that are known', () => {
  const theirs = fromTag(({ experiences, segments }) => {
    experiences[0]!.pages = ['/sale'];
    segments[1]!.when = { kind: 'any', of: [] };
  });
  const { experiences, segments, goals } = restoreConfig(theirs, known);
  expect(experiences.map(({ id, name, pages }) => [id, name, pages])).toEqual([
    ['hero', 'The hero', ['/sale']],
    ['later', 'Later', ['/later']],
  ]);
  expect(experiences[0]!.variants.map(({ name }) => name)).toEqual(['Dry']);
  expect(segments[0]!.description).toBe('Looks at tents');
  expect(segments[1]!.when).toEqual({ kind: 'any', of: [] });
  expect(goals?.map(({ name }) => name)).toEqual(['An order']);
});

test('what was learned and no segment asks for is still there, and what a segment asks for is theirs', () => {
  const value = { purchases: [0.25, 30, 0.8, 2.4] } satisfies Config['value'];
  const models = ['asked', 'unasked'].map((id) => ({ ...modelOf(id, []), name: `Model ${id}` }));
  const learned: Config = { ...known, value, models };
  learned.segments = [
    ...known.segments,
    { id: 'likely', name: 'Likely', when: { kind: 'model', id: 'asked', is: { $gte: 0.5 } } },
  ];
  expect(restoreConfig(trimConfig(learned), learned)).toEqual(learned);
  // somebody else gave the segment up, and the model with it
  const { models: _models, ...without } = structuredClone(trimConfig(learned));
  without.segments.pop();
  expect(restoreConfig(without, learned).models?.map(({ id }) => id)).toEqual(['unasked']);
  // what a segment of ours asked for and their tag has no more is gone
  const asking: Config = {
    ...learned,
    segments: [{ id: 'active', name: 'Active', when: { kind: 'alive', is: { $gte: 0.5 } } }],
  };
  expect(restoreConfig(trimConfig(learned), asking).value).toBeUndefined();
});

test('what somebody else made or removed is made and removed', () => {
  const made = fromTag(({ experiences }) => {
    experiences[0]!.id = 'new';
  });
  const restored = restoreConfig(made, known);
  expect(restored.experiences.map(({ id }) => id)).toEqual(['new', 'later']);
  expect(restored.experiences[0]).toEqual(made.experiences[0]);
});

test('two configs are the same to pages whatever only authors read, and whatever their revisions', () => {
  const other = structuredClone(known);
  other.revision = 9;
  other.experiences[0]!.name = 'Renamed';
  other.experiences.pop();
  expect(isSameToPages(known, other)).toBe(true);
  other.experiences[0]!.pages = ['/sale'];
  expect(isSameToPages(known, other)).toBe(false);
});
