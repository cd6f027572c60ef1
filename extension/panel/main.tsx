// The panel's start, as one list: which tab it is about, then every store in the order in which they build on each
// other. No other file of the panel begins anything by itself.

import '../wire/no-eval.ts';
import { render } from 'preact';
import { readLocale } from '../../shared/words/locale.ts';
import { App } from './app.tsx';
import { desk, VIEWS } from './draft/desk.ts';
import { handedHere } from './draft/handed.ts';
import { merging } from './draft/merging.ts';
import { onPage } from './edit/on-page.ts';
import { goalPick } from './experience/goal-pick.ts';
import { tabs } from './experience/open-tabs.ts';
import { fetchParts } from './kit/later.tsx';
import { approvalHere } from './publish/approval-here.ts';
import { outcomeHere } from './publish/outcome-here.ts';
import { previewing } from './see/preview.ts';
import { page } from './site/page.ts';
import { siteAccess } from './site/site-access.ts';
import { sweepTour } from './tour/sweep-tour.ts';

// never over: the browser takes all of it away with the panel
const { signal } = new AbortController();
const params = new URLSearchParams(location.search);
const asked = Number(params.get('tab'));
desk.openView.value = VIEWS.find((one) => one === params.get('view')) ?? 'here';

// 1. what follows the page, while there is none yet
previewing.start(signal);
siteAccess.start(signal);
// 2. the draft, and what is about one site's draft
desk.start(signal);
merging.start(signal);
handedHere.start(signal);
outcomeHere.start(signal);
approvalHere.start(signal);
tabs.start(signal);
goalPick.start(signal);
sweepTour.start(signal);
onPage.start(signal);
// 3. the page itself: from here on all of them have something to follow
page.start(Number.isInteger(asked) && asked > 0 ? asked : undefined, signal);
// 4. the views
document.documentElement.lang = readLocale();
const root = document.getElementById('panel');
if (root) render(<App />, root);
// how soon an author sees the panel: test/e2e/extension/sturdy.spec.ts prints it
performance.mark('panel-ready');
// 5. all that was not needed for that
void import('./see/people.ts').then(({ peopleHere }) => peopleHere.start(signal));
void fetchParts(() => new Promise((done) => requestIdleCallback(() => done())));
