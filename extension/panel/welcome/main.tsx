// The first-run page: teaches by doing it on the demo shop. Each step ticks itself off when it was done.

import '../../wire/no-eval.ts';
import './welcome.css';
import { signal } from '@preact/signals';
import { Check, Circle } from 'lucide-preact';
import { render } from 'preact';
import { type Lesson, lessons } from '../../wire/lessons.ts';

const SHOP = 'http://localhost:4600';

const done = signal<Lesson[]>([]);
const STEPS: { lesson: Lesson; title: string; text: preact.ComponentChildren }[] = [
  {
    lesson: 'opened',
    title: 'Click the Selvedge button in the toolbar, on the shop’s page',
    text: 'The panel opens beside the page and says what is here. Selvedge may look only at pages on which you click it. Pin the button, so that it stays in sight.',
  },
  {
    lesson: 'visitor',
    title: 'Look at three tents, then open “Visitor”',
    text: 'This is all that the shop remembers of you. It lies in this browser and nowhere else. Open “Tent enthusiast” and read why you are in.',
  },
  {
    lesson: 'previewed',
    title: 'Open “Preview” and choose “Came from the letter”',
    text: 'The page becomes what these visitors get. Press n for the next segment, hold o for the original. Nothing is recorded.',
  },
  {
    lesson: 'invented',
    title: 'Open “People” and make up a visitor',
    text: 'Say what they did, keep them, and walk the shop as them. Move their time on a month: what changes?',
  },
  {
    lesson: 'captured',
    title: 'Open “Sheet” and make the contact sheet',
    text: 'One page, every segment, three widths, with what differs outlined. Save it for your next review.',
  },
  {
    lesson: 'checked',
    title: 'Open “Checks” and check the page',
    text: 'Broken targets, collisions, text that does not fit, poor contrast: each with what to do about it.',
  },
];

function Step({ lesson, title, text, number }: (typeof STEPS)[0] & { number: number }) {
  const isDone = done.value.includes(lesson);
  const Icon = isDone ? Check : Circle;
  return (
    <li class={isDone ? 'step done' : 'step'}>
      <span class="tick">
        <Icon size={20} aria-hidden="true" />
      </span>
      <div>
        <h3>
          {number}. {title}
          <span class="unseen">{isDone ? ' (done)' : ' (to do)'}</span>
        </h3>
        <p>{text}</p>
      </div>
    </li>
  );
}

function DemoShop() {
  const count = done.value.length;
  return (
    <section class="card">
      <h2>Try it on the demo shop, in five minutes</h2>
      <div class="shop">
        <p>
          Marram sells outdoor gear and shows other words to different visitors. It runs on your computer: say{' '}
          <code>npm start</code> in the folder of Selvedge.
        </p>
        <a class="button main" href={SHOP} target="_blank" rel="noreferrer">
          Open the shop
        </a>
      </div>
      <ol>
        {STEPS.map((step, index) => (
          <Step key={step.lesson} {...step} number={index + 1} />
        ))}
      </ol>
      <p class="soft" aria-live="polite">
        {count === STEPS.length ? 'All done. Now your own site.' : `${count} of ${STEPS.length} done.`}
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
          <h1>See your website as each of your visitors sees it</h1>
          <p class="lead">
            Selvedge shows what every segment gets, on your own live pages. It works in this browser: no
            account, no server, and no page is looked at before you click.
          </p>
        </header>
        <DemoShop />
        <section class="card">
          <h2>Then on your own site</h2>
          <p>
            Click the button on any of its pages. Where the tag is not installed yet, the panel says how, and
            you can change the page all the same: only you see it, until it is published.
          </p>
        </section>
      </main>
    </>
  );
}

const read = (list: Lesson[] | undefined) => {
  done.value = list ?? [];
};
void lessons.read().then(read);
lessons.watch(read);
const root = document.getElementById('welcome');
if (root) render(<Welcome />, root);
