// The panel's start, as one list: which tab it is about, then every store in the order in which they build on each
// other. No other file of the panel begins anything by itself; rest.ts is this list's end.

import '../wire/no-eval.ts';
import { render } from 'preact';
import { readLocale } from '../../shared/words/locale.ts';
import { App } from './app.tsx';
import { desk } from './draft/desk.ts';
import { handedHere } from './draft/handed.ts';
import { VIEWS } from './draft/places.ts';
import { fetchParts, startFirst } from './kit/later.tsx';
import { previewing } from './see/preview.ts';
import { page } from './site/page.ts';
import { siteAccess } from './site/site-access.ts';

// never over: the browser takes all of it away with the panel
const { signal } = new AbortController();
const params = new URLSearchParams(location.search);
const asked = Number(params.get('tab'));
desk.openView.value = VIEWS.find((one) => one === params.get('view')) ?? 'here';

// 1. what follows the page, while there is none yet
previewing.start(signal);
siteAccess.start(signal);
// 2. the draft, and what a colleague hands over
desk.start(signal);
handedHere.start(signal);
// 3. the page itself: from here on all of them have something to follow
page.start(Number.isInteger(asked) && asked > 0 ? asked : undefined, signal);
// 4. the views
document.documentElement.lang = readLocale();
const root = document.getElementById('panel');
if (root) render(<App />, root);
// how soon an author sees the panel: test/e2e/extension/sturdy.spec.ts prints it
performance.mark('panel-ready');
// 5. all that was not needed for that
startFirst(import('./rest.ts').then(({ startRest }) => startRest(signal)));
void fetchParts(() => new Promise((done) => requestIdleCallback(() => done())));
