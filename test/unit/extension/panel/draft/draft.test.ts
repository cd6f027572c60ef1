// biome-ignore-all lint/suspicious/noAssignInExpressions: each row is one small edit
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, emptyConfig, startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { mergeConfigs } from '../../../../../extension/panel/draft/merge.ts';
import { countChanges, sayDifferences } from '../../../../../extension/panel/draft/say-difference.ts';
import {
  editDraft,
  MOST_STEPS,
  redoDraft,
  replaceConfig,
  undoDraft,
} from '../../../../../extension/panel/draft/steps.ts';
import { importConfig } from '../../../../../extension/reader/import-config.ts';
import type { Change, Position } from '../../../../../shared/schema/change.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Target } from '../../../../../shared/schema/target.ts';

const clone = <T>(value: T): T => structuredClone(value);
const base: Config = {
  version: 1,
  site: 'shop.example',
  revision: 4,
  segments: [
    {
      id: 'back',
      name: 'Returning visitors',
      when: { kind: 'context', key: 'visitNumber', is: { $gte: 2 } },
    },
  ],
  experiences: [
    {
      id: 'hero',
      name: 'Hero',
      status: 'live',
      pages: ['/'],
      variants: [
        {
          id: 'a',
          name: 'A',
          segment: 'back',
          changes: [{ kind: 'text', target: { css: 'h1', print: { tag: 'h1' } }, value: 'Hello' }],
        },
      ],
    },
  ],
};

const edits: fc.Arbitrary<(config: Config) => void> = fc.oneof(
  fc.string().map((name) => (config: Config) => {
    config.segments.push({ id: `s${name}`, name, when: { kind: 'all', of: [] } });
  }),
  fc.nat(5).map((at) => (config: Config) => {
    config.segments.splice(at, 1);
  }),
  fc.string().map((value) => (config: Config) => {
    config.experiences[0]?.variants[0]?.changes.push({ kind: 'text', target: { css: 'h1' }, value });
  }),
  fc.tuple(fc.nat(4), fc.nat(4)).map(([from, to]) => (config: Config) => {
    const changes = config.experiences[0]?.variants[0]?.changes;
    const [moved] = changes?.splice(from, 1) ?? [];
    if (moved) changes?.splice(to, 0, moved);
  }),
  fc.boolean().map((on) => (config: Config) => {
    if (on) config.hosts = ['img.example'];
    else delete config.hosts;
  }),
  fc.nat(3).map((at) => (config: Config) => {
    const one = config.experiences[at];
    if (one) config.experiences.push({ ...clone(JSON.parse(JSON.stringify(one))), id: `${one.id}+` });
  }),
);

test('any sequence of edits, then undo all, is the original; redo all is the result', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(edits, fc.nat(3000)), { maxLength: MOST_STEPS }), (list) => {
      const before = startDraft(clone(base), undefined, 0);
      let now = 0;
      let draft: Draft = before;
      list.forEach(([edit, gap], at) => {
        now += gap;
        draft = editDraft(draft, `edit ${at % 2}`, edit, now, true);
      });
      const result = clone(draft.config);
      const steps = draft.past.length;
      // the panel restarts: what is stored is JSON
      let again: Draft = JSON.parse(JSON.stringify(draft));
      for (let i = 0; i < steps; i++) again = undoDraft(again, now);
      expect(again.config).toEqual(base);
      expect(again.past).toEqual([]);
      for (let i = 0; i < steps; i++) again = redoDraft(again, now);
      expect(again.config).toEqual(result);
    }),
  );
});

test('a hundred steps are kept, an edit that changes nothing is none, an edit after undo ends redo', () => {
  let draft = startDraft(clone(base), undefined, 0);
  for (let at = 0; at < 130; at++)
    draft = editDraft(draft, `step ${at}`, (config) => void (config.site = `site ${at}`), at);
  expect(draft.past).toHaveLength(100);
  expect(editDraft(draft, 'nothing', () => {}, 200)).toBe(draft);
  const undone = undoDraft(draft, 201);
  expect(undone.future).toHaveLength(1);
  expect(editDraft(undone, 'other', (config) => void (config.site = 'x'), 202).future).toEqual([]);
});

test('going back to a version is one step that can be undone', () => {
  const draft = startDraft(clone(base), undefined, 0);
  const back = replaceConfig(draft, 'back', emptyConfig('other.example'), 1);
  expect(back.config).toEqual(emptyConfig('other.example'));
  expect(undoDraft(back, 2).config).toEqual(base);
});

describe('what differs is said in sentences', () => {
  const change = (edit: (config: Config) => void): string[] => {
    const next = clone(base);
    edit(next);
    return sayDifferences(base, next).map(({ text }) => text);
  };
  const changes = (config: Config) => config.experiences[0]!.variants[0]!.changes;
  test.each<[string, (config: Config) => void, string[]]>([
    ['nothing', () => {}, []],
    [
      'how many pop-ups a visitor sees',
      (config) => void (config.quiet = { times: 3, per: '7d' }),
      ['Site: pop-ups and slide-ins changed (times added; per added).'],
    ],
    [
      'a text',
      (config) =>
        void (changes(config)[0] = {
          kind: 'text',
          target: { css: 'h1', print: { tag: 'h1' } },
          value: 'Welcome back',
        }),
      ['Returning visitors: headline text changed from “Hello” to “Welcome back”.'],
    ],
    [
      'a new change',
      (config) => void changes(config).push({ kind: 'hide', target: { css: '#ad' } }),
      ['Returning visitors: The #ad is hidden.'],
    ],
    [
      'a change taken out',
      (config) => void changes(config).pop(),
      ['Returning visitors: no longer: Text of the headline becomes “Hello”.'],
    ],
    [
      'a text that became html',
      (config) => void (changes(config)[0] = { kind: 'html', target: { css: 'h1' }, value: '<b>Hello</b>' }),
      ['Returning visitors: headline content changed from “Hello” to “<b>Hello</b>”.'],
    ],
    [
      'a status',
      (config) => void (config.experiences[0]!.status = 'paused'),
      ['Hero: paused; before: live.'],
    ],
    [
      'nothing to count',
      (config) => void (config.experiences[0]!.goal = null),
      ['Hero: goal changed from nothing to “nothing to count”.'],
    ],
    [
      'a holdout',
      (config) => void (config.experiences[0]!.holdout = 0.1),
      ['Hero: holdout changed from nothing to 0.1.'],
    ],
    [
      'a rule',
      (config) => void (config.segments[0]!.when = { kind: 'context', key: 'visitNumber', is: { $gte: 3 } }),
      ['Segment Returning visitors: the rule changed (is.$gte from 2 to 3).'],
    ],
    ['a segment gone', (config) => void config.segments.pop(), ['Gone: segment Returning visitors.']],
    [
      'only a fingerprint',
      (config) =>
        void Object.assign((changes(config)[0] as { target: Target }).target, { print: { tag: 'h2' } }),
      [],
    ],
  ])('%s', (_what, edit, expected) => expect(change(edit)).toEqual(expected));

  test('keys in another order, as chrome.storage gives them back, are no difference', () => {
    const turned = JSON.parse(JSON.stringify(base), (_key, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(sayDifferences(base, turned)).toEqual([]);
    expect(mergeConfigs(base, turned, base).conflicts).toEqual([]);
  });

  const withChanges = (list: Change[]) => {
    const next = clone(base);
    next.experiences[0]!.variants[0]!.changes = list;
    return next;
  };
  const block = (position: Position, html: string): Change => ({
    kind: 'insert',
    target: { css: 'h1' },
    position,
    html,
  });
  const [first, second] = [block('before', 'A'), block('after', 'B')];
  test.each<[what: string, before: Change[], after: Change[], says: string[]]>([
    [
      'a block put elsewhere',
      [first],
      [block('after', 'A')],
      ['Returning visitors: “A” appears after the headline; before: “A” appears before the headline.'],
    ],
    [
      'one block of two taken out',
      [first, second],
      [second],
      ['Returning visitors: no longer: “A” appears before the headline.'],
    ],
    [
      'blocks in another order',
      [first, second],
      [second, first],
      ['Returning visitors: the changes are in another order.'],
    ],
  ])('says of blocks beside one element: %s', (_what, before, after, says) => {
    expect(sayDifferences(withChanges(before), withChanges(after)).map(({ text }) => text)).toEqual(says);
  });

  const says = (value: string | { [language: string]: string }): Change[] => [
    { kind: 'text', target: { css: 'h1' }, value },
  ];
  test.each<[what: string, before: Change[], after: Change[], says: string]>([
    [
      'words for one more language',
      says('New'),
      says({ de: 'Neu', '*': 'New' }),
      'Returning visitors: headline text changed in German now “Neu”.',
    ],
    [
      'words of some languages',
      says({ de: 'Neu', fr: 'Nouveau', '*': 'New' }),
      says({ de: 'Neuer', '*': 'New', it: 'Nuovo' }),
      'Returning visitors: headline text changed in German from “Neu” to “Neuer”, in French no words any more, in Italian now “Nuovo”.',
    ],
  ])('words by language differ by language: %s', (_what, before, after, text) => {
    expect(sayDifferences(withChanges(before), withChanges(after)).map((one) => one.text)).toEqual([text]);
  });

  test('with nothing live, all is new', () => {
    expect(sayDifferences(undefined, base).map(({ text }) => text)).toEqual([
      'New: segment Returning visitors.',
      'New: experience Hero.',
    ]);
  });

  test('what is in something new is said, and counts instead of it', () => {
    const next = clone(base);
    const experience = clone(base).experiences[0]!;
    experience.variants[0]!.changes.push({ kind: 'hide', target: { css: '#gone' } });
    next.experiences.push({ ...experience, id: 'second', name: 'Second' });
    const found = sayDifferences(base, next);
    expect(found.map(({ text }) => text)).toEqual(['New: experience Second.']);
    const [text, hidden] = found[0]?.of ?? [];
    expect([text?.text, hidden?.text]).toEqual([
      expect.stringContaining('Returning visitors: '),
      expect.stringContaining('is hidden'),
    ]);
    expect(countChanges(found)).toBe(2);
    // begun, and it says nothing yet
    next.experiences[1]!.variants[0]!.changes = [];
    expect(countChanges(sayDifferences(base, next))).toBe(0);
    next.experiences[1]!.variants = [];
    expect(countChanges(sayDifferences(base, next))).toBe(0);
    next.segments.push({ id: 'new', name: 'New', when: { kind: 'all', of: [] } });
    expect(countChanges(sayDifferences(base, next))).toBe(1);
    expect(countChanges([])).toBe(0);
  });
});

describe('two drafts are merged', () => {
  const edit = (change: (config: Config) => void): Config => {
    const next = clone(base);
    change(next);
    return next;
  };
  test('what only one side changed is taken, from both sides', () => {
    const ours = edit((config) => void (config.experiences[0]!.pages = ['/', '/tents']));
    const theirs = edit((config) => {
      config.experiences[0]!.holdout = 0.2;
      config.segments.push({ id: 'new', name: 'New', when: { kind: 'all', of: [] } });
    });
    const { config, conflicts } = mergeConfigs(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(config.experiences[0]).toMatchObject({ pages: ['/', '/tents'], holdout: 0.2 });
    expect(config.segments.map(({ id }) => id)).toEqual(['back', 'new']);
    expect(checkConfig(config).config).toBeDefined();
  });
  test('what both changed is a conflict: ours stays until theirs is taken', () => {
    const ours = edit((config) => void (config.experiences[0]!.variants[0]!.name = 'Ours'));
    const theirs = edit((config) => {
      config.experiences[0]!.variants[0]!.name = 'Theirs';
    });
    const { config, conflicts } = mergeConfigs(base, ours, theirs);
    expect(conflicts.map(({ what }) => what)).toEqual(['experience Hero, variant Theirs']);
    expect(config.experiences[0]?.variants[0]?.name).toBe('Ours');
    expect(conflicts[0]?.takeTheirs?.(config).experiences[0]?.variants[0]?.name).toBe('Theirs');
  });
  test('merging with what did not change gives ours, and never depends on the side', () => {
    const ours = edit((config) => void config.experiences.pop());
    expect(mergeConfigs(base, ours, base)).toEqual({ config: ours, conflicts: [] });
    expect(mergeConfigs(base, base, ours).config.experiences).toEqual([]);
  });
});

describe('a file that is no config is refused in words', () => {
  test.each([
    ['an empty file', '', 'the file is empty'],
    ['a page', '<!doctype html><p>', 'neither a config nor a tag'],
    ['broken JSON', '{ "version": 1, ', 'line 1'],
    ['a picture of 6 MB', 'x'.repeat(6_000_000), 'the file has 6 MB'],
    ['a config of a newer version', '{"version":2}', 'newer Selvedge'],
    ['an unknown field', JSON.stringify({ ...base, sgements: [] }), 'sgements'],
  ])('%s', (_name, text, says) => {
    const read = importConfig(text);
    expect(read.kind).toBe('bad');
    expect(JSON.stringify(read)).toContain(says);
  });
  test('a config is read, with a byte order mark too', () => {
    expect(importConfig(`\uFEFF${JSON.stringify(base)}`)).toMatchObject({ kind: 'ok', isTrimmed: false });
  });
});
