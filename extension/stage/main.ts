// The stage: our script in the page, in a world of its own. It reads what the page remembers, shows the preview and
// measures; it decides nothing that needs a right, and answers nobody but our own pages.
//
// Comes in by a click on our button, or, on a site the author allowed, before the page's own scripts.

import { t } from '../../shared/words/t.ts';
import './shims.ts';
import '../wire/no-eval.ts';
import { readFacts } from '../../shared/dom/facts.ts';
import { answerCalls } from '../wire/calls.ts';
import { knownFacts } from '../wire/known-facts.ts';
import { tell } from '../wire/news.ts';
import { AUDIT, type Audit } from './audit/bench.ts';
import { createEditor } from './edit/editor.ts';
import { createPlainPage } from './edit/plain-page.ts';
import { createGoalPicker } from './goal/goal-picker.ts';
import { makeSurvey } from './goal/survey.ts';
import { findExhibits } from './page/exhibits.ts';
import { explainList } from './page/explain-list.ts';
import { watchKeys } from './page/keys.ts';
import { findLanguages } from './page/languages.ts';
import { eraseMemory, hasDatabase, readConsent, readMemory } from './page/memory.ts';
import { createPreview } from './page/preview.ts';
import { hereOf, openPreviewItems } from './page/preview-items.ts';
import { settleLists } from './page/preview-list.ts';
import { settleFrames, settleLoads } from './page/settle.ts';
import { clearStand, layOut } from './page/sheet.ts';
import { findSiteKind } from './page/site-kind.ts';
import { findTags, readLater, readScripts, readTag } from './page/tags.ts';
import { findTouched } from './targets/elements.ts';

/** The tag's, in the tour's shop, whose own script the stage is: to a content script a page's window is another one. */
function readOwnVersion(): { version?: string } {
  const { selvedge } = globalThis as { selvedge?: { version?: unknown } };
  return typeof selvedge?.version === 'string' ? { version: selvedge.version } : {};
}

/** Set in our own world only: the page cannot see or forge it. */
const HERE = Symbol.for('selvedge.stage');

function begin(): void {
  const preview = createPreview((status) => tell('status', status));
  watchKeys(preview);
  const edit = createEditor(preview);
  const plain = createPlainPage(preview);
  answerCalls({
    look: async () => ({
      url: location.href,
      title: document.title.slice(0, 300),
      tags: findTags(),
      consent: readConsent(),
      hasDatabase: await hasDatabase(),
      ...readOwnVersion(),
      // read at once, as plain values: they leave this page
      facts: knownFacts(readFacts(new URL(location.href), {})),
      languages: findLanguages(),
      siteKind: findSiteKind((css) => document.querySelector(css) !== null),
      status: preview.status(),
    }),
    readTag: async ({ index, what }) => ({ text: await readTag(index, what) }),
    readScripts: async () => ({ scripts: await readScripts() }),
    readLater: async ({ src, name }) => ({ text: await readLater(src, name) }),
    readMemory,
    async readLists({ file, lists }) {
      const items = await openPreviewItems(file);
      const { events } = await readMemory();
      const here = hereOf(items, Date.now());
      return { answers: lists.map((list) => explainList(items, events, list, here)) };
    },
    async erase({ deny }) {
      await eraseMemory(deny);
      return { done: true };
    },
    async preview({ token }) {
      await preview.start(token);
      return preview.status();
    },
    endPreview() {
      preview.end();
      return preview.status();
    },
    status: () => preview.status(),
    peek({ on }) {
      preview.peek(on);
      return preview.status();
    },
    fire({ experience }) {
      preview.fire(experience);
      return preview.status();
    },
    async check() {
      const state = preview.state();
      const audit = (globalThis as { [AUDIT]?: Audit })[AUDIT];
      if (!state || !audit) throw new Error(t`the checks are not ready`);
      const exhibits = findExhibits(state, location.href);
      try {
        const found = await audit({
          exhibits,
          async show(placements) {
            preview.borrow(placements);
            await settleFrames();
            await settleLists();
            await settleLoads(document);
          },
          problems: preview.problems,
          openItems: openPreviewItems,
        });
        return { ...found, variants: exhibits.length };
      } finally {
        preview.borrow(undefined);
      }
    },
    async layOut({ as, width }) {
      const scene = preview.imagine(as);
      if (!scene) throw new Error(t`nothing is previewed here`);
      clearStand();
      preview.borrow(scene.placements);
      await settleFrames();
      await settleLists();
      await settleLoads(document);
      return { shot: await layOut(width, findTouched(scene.placements)), ratio: devicePixelRatio };
    },
    edit,
    goal: createGoalPicker(preview),
    survey: () => plain.plainly(makeSurvey),
    clear() {
      clearStand();
      preview.borrow(undefined);
      return { done: true };
    },
  });
}

if (!(HERE in globalThis)) {
  Object.defineProperty(globalThis, HERE, { value: true });
  begin();
}
