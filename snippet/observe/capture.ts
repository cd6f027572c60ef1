// Named events without code: the config's `capture` rules for clicks, sightings and submitted forms.
// Values of form fields are never read.

import { findMeant, matchesTarget } from '../../shared/dom/find.ts';
import type { Root } from '../../shared/dom/wear.ts';
import { matchesPages } from '../../shared/engine/pattern.ts';
import { isSeen, SEEN_STEPS } from '../../shared/page/is-seen.ts';
import type { Capture } from '../../shared/schema/config.ts';
import { clearTimer, listen, quiet, setTimer } from '../native.ts';

type Rule = Exclude<Capture, { kind: 'page' }>;
type Emit = (rule: Rule) => void;

/** In view for this long (ms) it counts as seen. */
const SEEN = 1000;

/** Whether the rule is about one of these; a bad selector is about none. */
function isAbout({ target }: Rule, elements: EventTarget[]): boolean {
  try {
    return elements.some((element) => element instanceof Element && matchesTarget(element, target));
  } catch {
    // the config's check names bad selectors; the page stays quiet
    return false;
  }
}

/**
 * Calls `emit` for every rule that happens on a page it is about, until the page is gone.
 * @param captures all `capture` rules of the config
 * @returns `refresh`, to be called on every page view: sightings count anew, once each a page
 */
export function watchCaptures(captures: Capture[], emit: Emit): { refresh(): void } {
  const rules = captures.filter((rule) => rule.kind !== 'page');
  const isHere = ({ pages = ['*'] }: Rule) => matchesPages(pages, location.href);
  listen(window, 'click submit', (event) => {
    const path = event.composedPath();
    for (const rule of rules) if (rule.kind === event.type && isHere(rule) && isAbout(rule, path)) emit(rule);
  });

  const seen = rules.filter((rule) => rule.kind === 'seen');
  const timers = new Map<Element, number>();
  const watched = new Map<Element, Rule[]>();
  let done = new Set<Rule>();
  if (!seen[0]) return { refresh() {} };
  const eyes = new IntersectionObserver(
    quiet((entries: IntersectionObserverEntry[]) => {
      for (const entry of entries) {
        const { target } = entry;
        if (!isSeen(entry, window)) {
          clearTimer(timers.get(target));
          timers.delete(target);
        } else if (!timers.has(target))
          timers.set(
            target,
            setTimer(() => {
              for (const rule of watched.get(target) ?? [])
                if (!done.has(rule)) {
                  emit(rule);
                  done.add(rule);
                }
            }, SEEN),
          );
      }
    }),
    { threshold: SEEN_STEPS },
  );
  // elements come late: with the parser, and when an application draws
  const late = new MutationObserver(quiet(() => look()));
  const watch = (root: Root) => late.observe(root, { childList: true, subtree: true });
  /** @param later called when a root that is on the way to some element comes */
  const look = (later?: () => void) => {
    for (const rule of seen) {
      if (done.has(rule) || !isHere(rule)) continue;
      try {
        for (const element of findMeant(rule.target, watch, later)) {
          const known = watched.get(element) ?? [];
          if (known.includes(rule)) continue;
          watched.set(element, [...known, rule]);
          eyes.observe(element);
        }
      } catch {
        // a bad selector
      }
    }
  };
  watch(document);
  return {
    refresh() {
      for (const timer of timers.values()) clearTimer(timer);
      eyes.disconnect();
      timers.clear();
      watched.clear();
      done = new Set();
      look(quiet(() => look()));
    },
  };
}
