// The stage: our script in the page, in a world of its own. It reads what the page remembers, shows the preview and
// measures; it decides nothing that needs a right, and answers nobody but our own pages.
//
// Comes in by a click on our button, or, on a site the author allowed, before the page's own scripts.

import './shims.ts';
import '../lib/no-eval.ts';
import { answerCalls, tellPanel } from '../lib/calls.ts';
import { readFacts } from './facts.ts';
import { watchKeys } from './keys.ts';
import { eraseMemory, hasDatabase, readConsent, readMemory } from './memory.ts';
import { createPreview } from './preview.ts';
import { findTags, readScripts, readTag } from './tags.ts';

/** Set in our own world only: the page cannot see or forge it. */
const HERE = Symbol.for('selvedge.stage');

function begin(): void {
  const preview = createPreview(tellPanel);
  watchKeys(preview);
  answerCalls({
    look: async () => ({
      url: location.href,
      title: document.title.slice(0, 300),
      tags: findTags(),
      consent: readConsent(),
      hasDatabase: await hasDatabase(),
      facts: readFacts(new URL(location.href)) as Record<string, string>,
      status: preview.status(),
    }),
    readTag: async ({ index, what }) => ({ text: await readTag(index, what) }),
    readScripts: async () => ({ texts: await readScripts() }),
    readMemory,
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
      throw new Error('not there yet');
    },
    async layOut() {
      throw new Error('not there yet');
    },
    clear: () => ({ done: true }),
  });
}

if (!(HERE in globalThis)) {
  Object.defineProperty(globalThis, HERE, { value: true });
  begin();
}
