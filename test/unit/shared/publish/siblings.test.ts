// What the tag loads from its own folder is what `selvedge bundle` puts there.
import { expect, test } from 'vitest';
import { MEASURING, REST, SIBLINGS } from '../../../../shared/publish/siblings.ts';
import { readSources } from '../../conventions/read-sources.ts';
import { stripComments } from '../../conventions/strip.ts';

test('every file the tag names is bundled with it, and no other', () => {
  const sources = [
    ...readSources('snippet', '.ts', '.tsx'),
    // the view's build says where its languages lie
    ...readSources('snippet/mirror', '.mjs'),
    ...readSources('shared/dom', '.ts'),
  ];
  const named = sources.flatMap(({ text }) => stripComments(text).match(/\bselvedge-\w+\.js\b/g) ?? []);
  expect([...new Set(named)].sort(), 'list it in shared/publish/siblings.ts').toEqual(
    [...REST, MEASURING, ...SIBLINGS].map(({ name }) => name).sort(),
  );
});
