// The panel's frame: name, site, what is shown, the views as tabs, and at the foot what is not published and the
// banner of a running preview.

import {
  Camera,
  CircleQuestionMark,
  Drama,
  Eye,
  Hand,
  type LucideIcon,
  PenLine,
  PersonStanding,
  RotateCw,
  ShieldCheck,
} from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/words/t.ts';
import { extensionUrl, openTab } from '../wire/browser.ts';
import { openView } from './draft/desk.ts';
import { HandedCard } from './draft/handed-card.tsx';
import { VIEWS, type ViewName } from './draft/places.ts';
import { SideSwitch } from './draft/side-switch.tsx';
import { Unpublished } from './draft/unpublished.tsx';
import { later } from './kit/later.tsx';
import { Banner } from './see/banner.tsx';
import { HereView } from './see/here-view.tsx';
import type { otherViews } from './see/other-views.ts';
import { host, isLooking, isTour, look, lookAgain, ownDraft, refusal } from './site/page.ts';
import { Refused } from './site/refused.tsx';

// Two parts: of more files than these the panel opens no sooner (test/bench/panel.mjs).
const MakeView = later(async () => (await import('./make-view.tsx')).MakeView);
const other = (name: keyof typeof otherViews) =>
  later(async () => (await import('./see/other-views.ts')).otherViews[name]);

const PARTS: Record<
  ViewName,
  { label: string; icon: LucideIcon; View(props: object): preact.JSX.Element | null }
> = {
  here: { label: t`Here`, icon: Hand, View: HereView },
  visitor: { label: t`Visitor`, icon: PersonStanding, View: other('visitor') },
  preview: { label: t`Preview`, icon: Eye, View: other('preview') },
  people: { label: t`People`, icon: Drama, View: other('people') },
  sheet: { label: t`Sheet`, icon: Camera, View: other('sheet') },
  checks: { label: t`Checks`, icon: ShieldCheck, View: other('checks') },
  make: { label: t`Make`, icon: PenLine, View: MakeView },
};

const Tour = later(async () => (await import('./tour/strip.tsx')).Tour);

export function App() {
  const current = openView;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => scrollTo(0, 0), [current.value]);
  const at = VIEWS.indexOf(current.value);
  const { View } = PARTS[current.value];
  // a moment: whether there is a draft decides what all views show
  const isOpening = look.value !== undefined && !ownDraft.value.isRead.value;
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: VIEWS.length - 1 - at }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (at + by + VIEWS.length) % VIEWS.length;
    current.value = VIEWS[next] ?? 'here';
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <header class="top">
        <div class="thread" />
        <div class="bar">
          <img src="icons/32.png" width="20" height="20" alt="" />
          <h1>{t`Selvedge`}</h1>
          <span class="host">{host}</span>
          <button
            class="icon-button"
            type="button"
            aria-label={t`Look at the page again`}
            onClick={() => void lookAgain()}
          >
            <RotateCw size={15} aria-hidden="true" />
          </button>
          <button
            class="icon-button"
            type="button"
            aria-label={t`Help: the tour, and how to begin`}
            onClick={() => void openTab(extensionUrl('welcome.html'))}
          >
            <CircleQuestionMark size={15} aria-hidden="true" />
          </button>
        </div>
        <SideSwitch />
        <div class="tabs" role="tablist" aria-label={t`Views`} ref={list} onKeyDown={move}>
          {VIEWS.map((id) => {
            const { label, icon: Icon } = PARTS[id];
            return (
              <button
                key={id}
                id={`tab-${id}`}
                class="tab"
                type="button"
                role="tab"
                aria-selected={current.value === id}
                aria-controls="view"
                tabIndex={current.value === id ? 0 : -1}
                onClick={() => {
                  current.value = id;
                }}
              >
                <Icon size={17} strokeWidth={1.9} aria-hidden="true" />
                {label}
              </button>
            );
          })}
        </div>
        {isTour.value && <Tour />}
      </header>
      <main aria-busy={isLooking.value || isOpening}>
        <div id="view" class="view" role="tabpanel" aria-labelledby={`tab-${current.value}`} tabIndex={-1}>
          {refusal.value ? (
            <Refused refusal={refusal.value} />
          ) : isOpening ? (
            <p class="soft small">{t`Looking at the page …`}</p>
          ) : (
            <>
              <HandedCard />
              <View />
            </>
          )}
        </div>
      </main>
      <footer class="foot">
        <Unpublished />
        <Banner />
      </footer>
    </>
  );
}
