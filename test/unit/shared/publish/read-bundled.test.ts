// readBundled is the inverse of bundle, and finds nothing where there is nothing.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundle, inlineScript, trimConfig } from '../../../../shared/publish/bundle.ts';
import { readBundled } from '../../../../shared/publish/read-bundled.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const tag = 'var a={"version":1,"b":"}"};(()=>{const c="__SELVEDGE_CONFIG__";use(c,{"version":2})})();';
const full: Config = JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8'));

test('what was bundled comes out as it went in', () => {
  expect(readBundled(bundle(tag, full))).toEqual(JSON.parse(JSON.stringify(trimConfig(full))));
});
test('what comes out is a config that works', () => {
  const { config } = checkConfig(full);
  expect(checkConfig(readBundled(bundle(tag, config!))).config).toBeDefined();
});
test.each([
  ['a closing script', '</script><!-- <script>'],
  ['quotes, braces and backslashes', '"}]\\"{['],
  ['line separators', 'a\u2028b\u2029c'],
])('text with %s survives, inline too', (_name, text) => {
  const config = { ...full, site: text };
  const bundled = bundle(tag, config);
  expect((readBundled(bundled) as Config).site).toBe(text);
  expect((readBundled(inlineScript(bundled).script) as Config).site).toBe(text);
});
test.each([
  ['an unbundled tag', tag],
  ['nothing', ''],
  ['a config cut off', '{"version":1,"segments":[{"id":"a"'],
  ['an object that begins alike', 'x={"version":1,"name":"lib"}'],
])('%s holds no config', (_name, text) => expect(readBundled(text)).toBeUndefined());
