// The first-run page, and the panel's help: what Selvedge is for, the tour, and how one's own site begins.

import '../../wire/no-eval.ts';
import './welcome.css';
import { Signpost } from 'lucide-preact';
import { render } from 'preact';
import { readLocale } from '../../../shared/words/locale.ts';
import { t } from '../../../shared/words/t.ts';
import { findActiveTab, openPanel } from '../../wire/browser.ts';
import { beginTour } from '../site/tour.ts';

/** Asked for beforehand: a panel opens only within the click. */
let windowId: number | undefined;

function take(): void {
  if (windowId !== undefined) openPanel(windowId);
  void beginTour();
}

function Tour() {
  return (
    <section class="card">
      <h2>{t`Take the tour, in three minutes`}</h2>
      <p>{t`Lowmoor is a small tea shop inside this extension, for practice. You see what it shows to whom, change its headline, say for whom, look at it as one of them, check it and publish it to a file. The panel says each step. When you are done the shop closes, and nothing of it is kept.`}</p>
      <p>
        <button class="button main" type="button" onClick={take}>
          <Signpost size={17} aria-hidden="true" /> {t`Take the tour`}
        </button>
      </p>
    </section>
  );
}

function Welcome() {
  return (
    <>
      <div class="thread" />
      <main>
        <header>
          <img src="icons/128.png" width="72" height="72" alt="" />
          <h1>{t`See your website as each of your visitors sees it`}</h1>
          <p class="lead">{t`Selvedge shows what every segment gets, on your own live pages. It works in this browser: no account, no server, and no page is looked at before you click.`}</p>
        </header>
        <Tour />
        <section class="card">
          <h2>{t`Then on your own site`}</h2>
          <ol class="begin">
            <li>{t`Open one of its pages and click the Selvedge button in the toolbar. Pin the button, so that it stays in sight: Selvedge may look only at pages on which you click it.`}</li>
            <li>{t`Press “Change something for some visitors”, click a text on the page, and write. Only you see it.`}</li>
            <li>{t`When it is right, publish: to a file, a folder or your own server. Where the tag is not installed yet, the panel says how.`}</li>
          </ol>
        </section>
      </main>
    </>
  );
}

void findActiveTab().then((tab) => {
  windowId = tab?.windowId;
});
document.documentElement.lang = readLocale();
document.title = t`Welcome to Selvedge`;
const root = document.getElementById('welcome');
if (root) render(<Welcome />, root);
