// CSS that was finished when it was published is what a page would make of the same change.
import { buildSync } from 'esbuild';
import { compileProperties, compileRules } from '../../../shared/publish/compile-css.ts';
import { expect, test } from '../../support/test.ts';
import { labPage } from './lab.ts';

interface Row {
  selector: string;
  properties: Record<string, string>;
  media?: string;
  declarations: string;
}
declare global {
  interface Window {
    /** Both ways to the same rule, as the browser reads it. */
    compareRule(row: Row): { made: string; written: string };
    compareRules(css: string, finished: string): { made: string; written: string };
  }
}

const code = (): string =>
  buildSync({
    stdin: {
      resolveDir: process.cwd(),
      contents: `import { ruleText } from './shared/dom/rule.ts';
        import { makeRule, makeRules } from './shared/dom/sheet.ts';
        const read = (css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css + 'x{}');
          const rules = [...sheet.cssRules].map(({ cssText }) => cssText);
          // what is left open would have taken the last one in
          return /^x *{ *}$/.test(rules.pop()) ? rules.join('') : 'open';
        };
        window.compareRule = ({ selector, properties, media, declarations }) => ({
          made: read(makeRule(selector, properties, media, [])),
          written: read(ruleText(selector, declarations, media)),
        });
        window.compareRules = (css, finished) => ({ made: read(makeRules(css, []).css), written: read(finished) });`,
    },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  }).outputFiles[0]?.text ?? '';

const properties: Record<string, string>[] = [
  { color: 'red' },
  { color: 'red !important' },
  { color: 'no colour', width: '10px' },
  { 'background-image': 'url("/a.png")' },
  { 'background-image': 'url(/a;b.png)' },
  { '--x': ' a  b ', color: 'var(--x, rgb(1 2 3 / 50%))' },
  { font: 'italic bold 12px/30px "A; B", serif' },
  { content: '"}"', quotes: '"«" "»"' },
  { margin: '0 auto /* c */', 'margin-top': '1px' },
  { display: 'none', 'grid-template-areas': '"a b" "c d"' },
  { transform: 'translate(calc(1px + 2%), 3px)' },
  { 'no-such': 'thing', opacity: '.5' },
  { content: '"\\"" ; b{} "\\""', color: 'red' },
  { content: '"\\"}" "\\\\"', width: 'calc(1px + (2px * 3', height: '1px)' },
];
const selectors = ['h1', '#a > .b, .c', '[data-x="}"]', ':is(a, b):not(.c)', 'p:nth-child(2n + 1 of .x)'];
const medias = [undefined, '(min-width: 700px)', 'print and (orientation: landscape)', '(width >= 600px)'];

const sheets = [
  'a{color:red}',
  'a { color: red } b',
  'a{} b; c{color:blue}',
  '@media (min-width: 1px) { a { color: red } } b',
  '@layer one, two; a{color:red}',
  'a{color:red} @layer one',
  '/* { */ a::after{content:"}"} /* } */',
  'a{&:hover{color:red} b{color:blue}}',
  '@supports (color: red) { a{color:red} }',
  '@keyframes k { from { opacity: 0 } to { opacity: 1 } } a{animation:k 1s}',
  'a{color:red}b{color:blue}',
  'a{background:url("/a.png")}b{background:url(/b.png)} c',
  '',
];

test('a rule that was published is the rule that a page makes', async ({ page, site }) => {
  site.serve('/compare.js', code());
  site.serve('/', labPage('<script src="/compare.js"></script>', '<p>x</p>'));
  await page.goto(site.origin);
  const rows = selectors.flatMap((selector) =>
    medias.flatMap((media) =>
      properties.map(
        (given): Row => ({
          selector,
          properties: given,
          declarations: compileProperties(given),
          ...(media && { media }),
        }),
      ),
    ),
  );
  const found = await page.evaluate(
    (all) => all.map((row) => ({ ...row, ...window.compareRule(row) })),
    rows,
  );
  expect(found.filter(({ made, written }) => made !== written || made === 'open')).toEqual([]);
  expect(found).toHaveLength(280);
  const finished = sheets.map((css): [string, string] => [css, compileRules(css)]);
  const read = await page.evaluate(
    (all) => all.map(([css, rules]) => ({ css, rules, ...window.compareRules(css, rules) })),
    finished,
  );
  expect(read.filter(({ made, written }) => made !== written || made === 'open')).toEqual([]);
});
