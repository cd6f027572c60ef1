// What each warning of the tag means and what to do about it. A code without a row does not compile.

import type { WarningCode } from '../../snippet/warn.ts';
import { code, table } from './markdown.ts';

interface Advice {
  happened: string;
  remedy: string;
}

const advice: Record<WarningCode, Advice> = {
  config: {
    happened: 'the config cannot be read, or an entry or field of it is not understood',
    remedy:
      'run `selvedge check`; see that the address in `data-config` answers with the file; a config of a newer Selvedge wants its tag',
  },
  measure: {
    happened:
      'an event names another currency than the goal that it reaches: it is counted without its value',
    remedy: 'give each currency a goal of its own, or convert before you tell',
  },
  tell: {
    happened:
      'what should be told of it (`measure.tell`) is not on the page, not 5 s after it has loaded either, or did not take what it was told',
    remedy:
      'look at whether the page loads it, before or after the tag; take it out of `measure.tell` if not',
  },
  twice: {
    happened: 'the tag is on the page more than once; the first one works',
    remedy: 'take the others out',
  },
  rule: {
    happened: 'a condition cannot be read: nobody is in that segment, the experience shows the original',
    remedy: 'run `selvedge check` on the file that is published',
  },
  pages: {
    happened: 'a page pattern cannot be read: the experience shows the original',
    remedy: 'run `selvedge check` on the file that is published',
  },
  selector: {
    happened: "the target's `css` is no selector",
    remedy: 'pick the element anew in the extension',
  },
  target: {
    happened:
      'the element is one that is never edited (scripts, styles, frames, password and card fields), is being edited by somebody, or wants its shadow root for itself; or it cannot take this kind: `link` wants a link, `image` a picture, `html` an element without elements in it or one that may have a shadow root, words an element that renders what is in it (no field, picture, player or canvas)',
    remedy: 'choose the element around it, or another kind',
  },
  value: {
    happened:
      'the value could run script, load from a host the config does not list, or is not allowed there',
    remedy: 'write another, or list the host in `hosts`',
  },
  collision: {
    happened: 'an earlier experience changes the same thing of the same element',
    remedy: 'reorder them, or let their segments exclude each other',
  },
  fight: {
    happened: 'the page took the change back more than ten times in ten seconds',
    remedy:
      'choose an element that the page leaves alone; text falls back to a rule, all else to the original',
  },
  failed: {
    happened: 'the change could not be made; the message says why',
    remedy: "tell us, with the page's address",
  },
  storage: {
    happened:
      'the browser gives no storage, or another script has made a database named `selvedge` (which is left alone): what happens is remembered on this page only',
    remedy: "nothing where the visitor's browser wants it so; else give the other database another name",
  },
  memory: {
    happened:
      'remembered events made no sense and were left out, or were dated ahead of a clock that has been steady since (for a day, three visits or three pages) and were dated anew',
    remedy: "nothing: another script wrote there, or the device's clock was wrong",
  },
  page: {
    happened:
      'something the page told its analytics cannot be read (a getter that throws, a revoked proxy) and was left out',
    remedy: 'look at what the page pushes',
  },
  personal: {
    happened:
      'a value handed over, or a part of the address (`page_view.path`, `page_view.q`, `visit_start.campaign` …), looks like an e-mail address, a phone, card or account number or a token, and was dropped',
    remedy:
      'hand over something that says nothing of a person; name pages whose paths hold things in `privacy.plain`',
  },
  call: {
    happened: 'a call or an entry of the queue holds something else than it takes',
    remedy: 'see “Calls”',
  },
  preview: {
    happened:
      'a preview link names a segment that is not published; the page is the ordinary one and says so',
    remedy: 'publish it, or copy the link anew',
  },
  panel: {
    happened: "the visitor's own view could not be loaded",
    remedy: 'put `selvedge-panel.js` beside the tag',
  },
  show: {
    happened:
      'what changes the page did not come, or not within ten seconds, or `selvedge.js` and `selvedge-later.js` are of two publishes: what the first paint shows stays, and nothing else is shown',
    remedy: 'put all files of the same publish beside the tag; look at what blocks `selvedge-show.js`',
  },
};

export const warningTable = (): string =>
  table(
    ['code', 'what happened', 'what to do'],
    Object.entries(advice).map(([name, { happened, remedy }]) => [code(name), happened, remedy]),
  );
