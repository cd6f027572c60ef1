// What docs/LEARN.md shows of a config is one, together with what `selvedge learn --into` writes.
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createCommandLine } from '../cli/command-line.ts';
import { SAMPLE } from '../shared/schema/sample.ts';

const text = readFileSync('docs/LEARN.md', 'utf8');
const line = createCommandLine();
afterAll(line.remove);

const shown = [...text.matchAll(/```json\n([\s\S]+?)```/g)].map(([, json = '']) => json);
const { learned, personas, value, models, items, goals } = SAMPLE;
const groups = personas?.groups.map((group, i) => ({ ...group, id: `persona-${i + 1}` }));
const written = { learned, personas: { ...personas, groups }, value, models, items, goals };

test('what LEARN.md shows of a config is fit beside what learn writes, without a word of advice', async () => {
  expect(shown).toHaveLength(1);
  const config = { version: 1, site: 'shop.example', revision: 1, ...written, ...JSON.parse(shown[0] ?? '') };
  line.write('selvedge.json', JSON.stringify(config));
  expect(await line.runLater(['check', 'selvedge.json'])).toEqual({
    code: 0,
    out: '',
    err: 'selvedge.json: fit to be published (0 errors, 0 warnings)\n',
  });
});

test('and holds a segment of each kind that asks what was learned, a list and a question', () => {
  const kinds = [...(shown[0] ?? '').matchAll(/"kind": "(\w+)"/g)].map(([, kind]) => kind);
  for (const kind of ['persona', 'expected', 'alive', 'model', 'recommend', 'ask', 'trait'])
    expect(kinds).toContain(kind);
});
