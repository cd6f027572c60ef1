// Whatever an author does, undoing all of it gives back the draft and the page, and redoing all of it gives both
// again: the draft's own code and the applier that shows it, on a real page.

import { buildSync } from 'esbuild';
import fc from 'fast-check';
import type { Change } from '../../../shared/schema/change.ts';
import { draws } from '../../support/draws.ts';
import '../../support/same-draws.ts';
import { expect, test } from '../../support/test.ts';

interface Look {
  page: string;
  draft: string;
}

/** What `desk.run` answers. */
interface Seen {
  before: Look;
  done: Look;
  undone: Look;
  redone: Look;
  after: string;
  first: string;
  problems: string[];
}

declare global {
  interface Window {
    desk: { run(steps: unknown): Promise<Seen> };
  }
}

const PAGE = `<!doctype html><html lang="en"><head><title>Undo</title></head><body><main id="all">
  <h1 id="title" title="old">Dry <em>nights</em></h1><p id="lead" class="intro">The lead</p>
  <ul id="list"><li id="one">Vard</li><li id="two">Moor</li><li id="three">Fjell</li></ul>
  <a id="link" href="/old">Go on</a><img id="pic" src="/old.svg" alt="Old" width="20" height="12">
  <button id="more" type="button">More <b>of it</b></button></main></body></html>`;

type Step =
  | { kind: 'put'; change: Change }
  | { kind: 'off' | 'remove' | 'name'; at: number }
  | { kind: 'order'; at: number; to: number };

const css = fc.constantFrom('#title', '#lead', '#list', '#one', '#two', '#three', '#link', '#more');
const target = css.map((one) => ({ css: one }));
const words = fc.constantFrom('One', 'Two', 'Three {{trait.name|there}}');
const position = fc.constantFrom('before', 'after', 'first', 'last');
const change = fc.oneof(
  fc.record({ kind: fc.constant('text'), target, value: words }),
  fc.record({ kind: fc.constant('html'), target, value: words.map((text) => `<i>${text}</i> and more`) }),
  fc.record({
    kind: fc.constant('attribute'),
    target,
    name: fc.constantFrom('title', 'lang', 'aria-label'),
    value: fc.option(words),
  }),
  fc.record({
    kind: fc.constant('image'),
    target: fc.constant({ css: '#pic' }),
    src: fc.constantFrom('/a.svg', '/b.svg'),
    alt: words,
  }),
  fc.record({
    kind: fc.constant('link'),
    target: fc.constant({ css: '#link' }),
    href: fc.constantFrom('/a', '/b'),
  }),
  fc.record({
    kind: fc.constant('class'),
    target,
    add: fc.constant(['loud']),
    remove: fc.constant(['intro']),
  }),
  fc.record({
    kind: fc.constant('style'),
    target,
    properties: fc.record({ color: fc.constantFrom('rgb(1, 2, 3)', 'rgb(4, 5, 6)') }),
    media: fc.constantFrom('(min-width: 1px)', '(min-width: 9000px)'),
  }),
  fc.record({ kind: fc.constant('hide'), target }),
  fc.record({ kind: fc.constant('insert'), target, position, html: words.map((text) => `<p>${text}</p>`) }),
  fc.record({ kind: fc.constant('move'), target, to: target, position }),
  fc.record({
    kind: fc.constant('css'),
    value: fc.constantFrom('li { color: rgb(7, 8, 9) }', 'p { opacity: 0.5 }'),
  }),
) as fc.Arbitrary<Change>;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('put' as const), change }) },
  fc.record({ kind: fc.constantFrom('off' as const, 'remove' as const, 'name' as const), at: fc.nat(6) }),
  fc.record({ kind: fc.constant('order' as const), at: fc.nat(6), to: fc.nat(6) }),
);

/** What is in the page: `desk.run(steps)` does them, undoes them and redoes them, and answers what was seen. */
const code = () =>
  buildSync({
    stdin: {
      resolveDir: process.cwd(),
      contents: `
        import { createApplier } from './shared/dom/applier.ts';
        import { startDraft } from './extension/panel/draft/draft.ts';
        import { editDraft, redoDraft, undoDraft } from './extension/panel/draft/steps.ts';
        import { isOff, noteName, noteOff, stripNotes } from './extension/panel/draft/notes.ts';
        import { putChange } from './extension/panel/edit/put-change.ts';

        const WATCHED = ['display', 'color', 'fontWeight', 'opacity'];
        /**
         * The page as it is and as it looks; a root that only lets the page's own children through is none. What a root
         * lets not through is not drawn, and Chromium may still have the style it had before.
         */
        function read(node, isDrawn = true) {
          if (node.nodeType === 3) return node.data;
          if (node.nodeType !== 1) return '';
          const root = node.shadowRoot;
          const isLone = root?.childNodes.length === 1 && root.firstChild.localName === 'slot' && !root.firstChild.name;
          const style = getComputedStyle(node);
          const after = getComputedStyle(node, '::after').content;
          return {
            [node.localName]: [...node.attributes].map(({ name, value }) => name + '=' + value).sort().join(' '),
            ...(isDrawn && { looks: WATCHED.map((name) => style[name]).join(' ') + ' ' + after }),
            ...(root && !isLone && { root: [...root.childNodes].map((each) => read(each, isDrawn)) }),
            inside: [...node.childNodes].map((each) => read(each, isDrawn && (!root || !!root.querySelector('slot')))),
          };
        }
        const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

        window.desk = {
          async run(steps) {
            const problems = [];
            const applier = createApplier({
              window,
              hosts: [],
              fill: (text) => text.replace(/\\{\\{.*?\\}\\}/g, 'Ada'),
              report: ({ code, message }) => problems.push(code + ': ' + message),
              shown() {},
            });
            const variant = { id: 'v', name: 'V', segment: 'everyone', changes: [] };
            const config = {
              version: 1, site: 's', revision: 1, segments: [],
              experiences: [{ id: 'e', name: 'E', status: 'live', pages: ['*'], variants: [variant] }],
            };
            const first = JSON.stringify(config);
            let draft = startDraft(config, undefined, 0);
            const show = () =>
              applier.show(stripNotes(draft.config).experiences[0].variants[0].changes.map((change, index) => (
                { experience: 'e', variant: 'v', index, change })));
            const see = async () => {
              await settle();
              return { draft: JSON.stringify(draft.config), page: JSON.stringify(read(document.body)).replace(/selvedge \\d+/g, 'selvedge') };
            };
            const before = await see();
            steps.forEach((step, now) => {
              draft = editDraft(draft, 'step ' + now, (next) => {
                const { changes } = next.experiences[0].variants[0];
                if (step.kind === 'put') return putChange(changes, step.change, '');
                const one = changes[step.at];
                if (!one) return;
                if (step.kind === 'off') noteOff(one, !isOff(one));
                else if (step.kind === 'name') noteName(one, 'A name ' + now);
                else {
                  changes.splice(step.at, 1);
                  if (step.kind === 'order') changes.splice(step.to, 0, one);
                }
              }, now);
              show();
            });
            const done = await see();
            const count = draft.past.length;
            for (let i = 0; i < count; i++) {
              draft = undoDraft(draft, 0);
              show();
            }
            const undone = await see();
            for (let i = 0; i < count; i++) {
              draft = redoDraft(draft, 0);
              show();
            }
            const redone = await see();
            applier.stop();
            return { before, done, undone, redone, after: (await see()).page, first, problems };
          },
        };`,
    },
    bundle: true,
    write: false,
    format: 'iife',
  }).outputFiles[0]?.text ?? '';

test('undo of any edits gives back the original draft and page; redo gives back what was made of them', async ({
  page,
  site,
}) => {
  for (const name of ['/old.svg', '/a.svg', '/b.svg'])
    site.serve(name, {
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="12"/>',
      headers: { 'content-type': 'image/svg+xml' },
    });
  site.serve('/', PAGE);
  await page.goto(site.origin);
  await page.addScriptTag({ content: code() });
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const seen = await page.evaluate((all) => window.desk.run(all), steps);
      expect(JSON.parse(seen.undone.page)).toEqual(JSON.parse(seen.before.page));
      expect(seen.undone.draft).toBe(seen.first);
      expect(JSON.parse(seen.redone.page)).toEqual(JSON.parse(seen.done.page));
      expect(seen.redone.draft).toBe(seen.done.draft);
      expect(JSON.parse(seen.after)).toEqual(JSON.parse(seen.before.page));
      if (seen.done.page !== seen.before.page) changed++;
    }),
    { numRuns: draws(400) },
  );
  // not every time nothing
  expect(changed).toBeGreaterThan(draws(400) / 2);
});
