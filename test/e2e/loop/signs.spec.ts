// The tag and the preview hear the same signs on a page, so the same triggers fire.

import { build } from 'esbuild';
import { holdTimers } from '../../support/hold-timers.ts';
import { expect, test } from '../../support/test.ts';

let both = '';
test.beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createTriggers } from './shared/page/triggers.ts';
        import { hearSigns } from './shared/page/signs.ts';
        import { watchEngagement } from './snippet/observe/engagement.ts';
        import { clearTimer, setTimer } from './snippet/native.ts';
        import { ears, timers } from './extension/stage/page/ears.ts';
        const tag = createTriggers({ setTimer, clearTimer });
        watchEngagement(tag, () => {});
        const preview = createTriggers(timers);
        hearSigns(ears.listen, preview);
        globalThis.fired = { tag: [], preview: [] };
        globalThis.waitFor = (trigger) => {
          tag.wait(trigger, () => globalThis.fired.tag.push(trigger.kind));
          preview.wait(trigger, () => globalThis.fired.preview.push(trigger.kind));
        };`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  both = outputFiles[0]?.text ?? '';
});

const LONG = '<p style="height:3000px">long</p>';
const scrollTo = (css: string, top: number) => `
  document.querySelector('${css}').scrollTop = ${top};
  document.querySelector('${css}').dispatchEvent(new Event('scroll'));`;
const press = `document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));`;
const leaveBy = (y: number) =>
  `document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY: ${y} }));`;

for (const [what, body, trigger, acts, isFired] of [
  ['half of a page', LONG, { kind: 'scroll', share: 0.5 }, [scrollTo('html', 1500)], true],
  ['less than half of it', LONG, { kind: 'scroll', share: 0.5 }, [scrollTo('html', 300)], false],
  [
    'a small list, on a page that has nowhere to go',
    `<div id="list" style="overflow:auto;height:100px">${LONG}</div>`,
    { kind: 'scroll', share: 0.5 },
    [scrollTo('#list', 2000)],
    false,
  ],
  [
    'a list that fills the screen',
    `<div id="list" style="overflow:auto;height:100vh">${LONG}</div>`,
    { kind: 'scroll', share: 0.5 },
    [scrollTo('#list', 2000)],
    true,
  ],
  ['pressed every 20 s', '', { kind: 'idle', after: '1m' }, Array(6).fill(press), false],
  ['let be for a minute and a half', '', { kind: 'idle', after: '1m' }, ['', '', '', '', ''], true],
  ['left through the top', '', { kind: 'exit' }, [leaveBy(-1)], true],
  ['left through the side', '', { kind: 'exit' }, [leaveBy(200)], false],
] as [string, string, { kind: string }, string[], boolean][])
  test(`${trigger.kind}: ${what}`, async ({ page, site, travel }) => {
    site.serve('/', `<!doctype html><body style="margin:0">${body}</body>`);
    // only the test moves the time, however long a machine takes from act to act
    const fire = await holdTimers(page);
    await page.goto(site.origin);
    await page.evaluate(both);
    await page.evaluate(`waitFor(${JSON.stringify(trigger)})`);
    for (const act of acts) {
      await page.evaluate(act);
      await travel('20s');
      await fire();
    }
    const fired = isFired ? [trigger.kind] : [];
    await expect.poll(() => page.evaluate('fired')).toEqual({ tag: fired, preview: fired });
  });
