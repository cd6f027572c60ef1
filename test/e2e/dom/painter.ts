// A page that is painted first and taken over later: by two scripts that share nothing, as it is on a real page.
//
// The painter here is the applier itself, whose claims say what it holds: so all that can be painted at all is, also what
// a first paint would leave to the rest.

import type { Page } from '@playwright/test';
import { buildSync } from 'esbuild';
import type { PageChange } from '../../../shared/dom/claim.ts';
import type { Painted } from '../../../shared/dom/painted.ts';
import { recordFrames } from '../../support/frames.ts';
import type { Site } from '../../support/site.ts';
import { watchWrites } from '../../support/watch-writes.ts';
import { inOrder, labPage, picture } from './lab.ts';

/** Changes as `lab.show` takes them: each an experience of its own. */
export interface Paintings {
  paint(changes: PageChange[]): void;
  /** What is on the page; from then on the painter does nothing more. */
  read(): Painted;
  /** Each of variant `v`, as painted, or of the one that `variants` names in its place. */
  takeOver(changes: PageChange[], variants?: string[]): void;
  /** The same for a page on which nothing was painted. */
  show(changes: PageChange[]): void;
  stop(): void;
  problems: string[];
  word: string;
}

declare global {
  interface Window {
    paintings: Paintings;
  }
}

/**
 * What both scripts tell their applier, and how they name changes. Of one name is one change: what is of two publishes is
 * not taken over (snippet/later/load-show.ts).
 */
const COMMON = `
  const paintings = window.paintings ??= { problems: [], word: 'Ada' };
  const place = (changes, variants = []) =>
    changes.map((change, i) => ({ experience: 'e' + i, variant: variants[i] ?? 'v', index: 0, change }));
  const options = {
    window,
    hosts: [],
    fill: (text) => text.replace(/\\{\\{.*?\\}\\}/g, paintings.word),
    report: ({ code, experience }) => paintings.problems.push(code + ' ' + experience),
    shown() {},
  };`;

const PAINTER = `import { createApplier } from './shared/dom/applier.ts';
  ${COMMON}
  let edits = [];
  const applier = createApplier({ ...options, adopt: (all) => { edits = all; } });
  paintings.paint = (changes) => applier.show(place(changes));
  paintings.read = () => {
    painter.isStopped = true;
    const roots = [document, ...edits.flatMap(({ claims }) => [...claims.keys()].map((element) => element.getRootNode()))];
    return {
      edits: edits.map((edit) => ({
        ...edit,
        id: { experience: edit.experience, variant: edit.variant, index: edit.index },
        html: edit.change.kind === 'text' ? undefined : edit.html ?? document.body,
        // as they are: who takes over makes others
        claims: new Map([...edit.claims].map(([element, claim]) => [element, { ...claim, layers: new Set(claim.layers) }])),
      })),
      worn: new Map(roots.flatMap((root) => (root.adoptedStyleSheets ?? []).map((sheet) => [root, { sheet }]))),
      stop() {},
      undo() {},
    };
  };`;

/** The applier cannot leave things as they are and go; so what it hears by, and what it put on prototypes, is taken. */
const BEFORE = `{
  const painter = { isStopped: false };
  const of = [[Element.prototype, 'attachShadow'], [Document.prototype, 'adoptedStyleSheets'], [ShadowRoot.prototype, 'adoptedStyleSheets'], [window, 'MutationObserver'], [window, 'setTimeout']];
  const own = of.map(([on, name]) => Object.getOwnPropertyDescriptor(on, name));
  const { MutationObserver: Observer, setTimeout: wait } = window;
  window.MutationObserver = class extends Observer {
    constructor(act) { super((records) => painter.isStopped || act(records)); }
  };
  window.setTimeout = (act, ms) => wait(() => painter.isStopped || act(), ms);`;
const AFTER = `
  of.forEach(([on, name], i) => Object.defineProperty(on, name, own[i]));
}`;

const HEIR = `import { createApplier } from './shared/dom/applier.ts';
  import { takeOver } from './shared/dom/take-over.ts';
  ${COMMON}
  let applier;
  paintings.takeOver = (changes, variants) => {
    applier = takeOver(options, paintings.read());
    applier.show(place(changes, variants));
  };
  paintings.show = (changes) => (applier ??= createApplier(options)).show(place(changes));
  paintings.stop = () => applier.stop();`;

const built = new Map<string, string>();

function bundle(contents: string, banner = '', footer = ''): string {
  const before = built.get(contents);
  if (before) return before;
  const { outputFiles } = buildSync({
    stdin: { resolveDir: process.cwd(), contents },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    banner: { js: banner },
    footer: { js: footer },
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  built.set(contents, code);
  return code;
}

/** Head of a page that is painted with these changes, and can be taken over. */
export function paintedHead(site: Site, changes: PageChange[]): string {
  site.serve('/painter.js', bundle(PAINTER, BEFORE, AFTER));
  site.serve('/heir.js', bundle(HEIR));
  site.serve('/paint.js', `paintings.paint(${JSON.stringify(changes)})`);
  return ['painter', 'paint', 'heir'].map((name) => `<script src="/${name}.js"></script>`).join('');
}

/** The page's HTML without what the test itself adds. */
export const readPainted = (page: Page): Promise<string> =>
  page.evaluate(() =>
    document.documentElement.outerHTML.replace(
      /<script src="\/(painter|paint|heir).js"><\/script>|<selvedge-test-probe.*?<\/selvedge-test-probe>/g,
      '',
    ),
  );

/** The page as it is without us. */
export const readBare = (page: Page, html: string): Promise<string> =>
  page.evaluate(
    (source) => new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML,
    labPage('', html),
  );

export const withoutMarks = (html: string): string => inOrder(html.replace(/ data-selvedge-\d+=""/g, ''));

/** A painted page, after its first frames. */
export async function openPainted(page: Page, site: Site, html: string, changes: PageChange[], head = '') {
  for (const name of ['old', 'new', 'newer']) site.serve(`/${name}.svg`, picture);
  site.serve('/app.js', '');
  site.serve('/', labPage(paintedHead(site, changes) + head, html));
  const frames = await recordFrames(page, { watch: 'body' });
  await page.goto(site.origin);
  await frames.settle();
  return frames;
}

/** Takes a painted page over. @returns what was written meanwhile to nodes, but for marks of ours */
export async function takeOverWatched(
  page: Page,
  changes: PageChange[],
  variants?: string[],
): Promise<string[]> {
  const readWrites = await watchWrites(page);
  await page.evaluate(([all, names]) => window.paintings.takeOver(all, names), [changes, variants] as const);
  return readWrites();
}
