// Which file the first of two names, and that nothing else is taken for a name.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inlineScript } from '../../../../shared/publish/bundle.ts';
import { findLater } from '../../../../shared/publish/find-later.ts';
import { publishFiles } from '../../../../shared/publish/publish-files.ts';
import { publishNow } from '../../../../shared/publish/publish-now.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const shop: Config = JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8'));
const source = 'x("__SELVEDGE_CONFIG__","__SELVEDGE_SHOW__")';
const built = { pieces, later: source, show: 'show()', listen: 'listen()' };
const { now, later } = publishFiles(built, shop);
/** What a second is asked for by stands in it. */
const addressOf = (later: string) => `selvedge-later.js?${/"hash":.*"of":"(\w+)"}/.exec(later)?.[1]}`;
const name = addressOf(later);

test('the first names what the second holds, in a page too, and with a hash of it', () => {
  expect(findLater(now)).toBe(name);
  expect(findLater(inlineScript(now).script)).toBe(name);
  expect(findLater(`/* somebody's banner */${now}\n//# sourceMappingURL=x`)).toBe(name);
  const integrityOf = () => 'sha384-abc';
  const hashed = publishFiles(built, shop, { integrityOf });
  expect(findLater(hashed.now)).toBe(addressOf(hashed.later));
  expect(findLater(hashed.now)).not.toBe(name);
});

test.each([
  ['the second', later],
  ['a first that names no second', publishNow(pieces, shop).script],
  ['nothing', ''],
  ['a table that ends at once', 'f(`\n:\t{'],
  ['a name outside the settings', 'f(`\n:\t{"rules":"a"}\n#0\t{"later":"abc"}'],
  ['a path', 'f(`\n:\t{"later":"../../x"}\n'],
  ['an address', 'f(`\n:\t{"later":"https://evil.example/"}\n'],
  ['a name that is too long', `f(\`\n:\t{"later":"${'a'.repeat(17)}"}\n`],
])('%s names no file', (_what, text) => expect(findLater(text)).toBeUndefined());

test('a text made to keep us busy is left soon', () => {
  const busy = `f(\`\n:\t{${'"later":"'.repeat(500_000)}`;
  expect(findLater(busy)).toBeUndefined();
});
