// Named events without code: the config's `capture` rules for clicks, sightings and submitted forms.
// Values of form fields are never read.

import { matchesPages } from '../../shared/engine/pattern.ts';
import { isSeen, SEEN_STEPS } from '../../shared/page/is-seen.ts';
import type { Capture } from '../../shared/schema/config.ts';
import { clearTimer, listen, quiet, setTimer } from '../native.ts';

type Rule = Exclude<Capture, { kind: 'page' }>;
type Emit = (rule: Rule) => void;

/** In view for this long (ms) it counts as seen. */
const SEEN = 1000;

/** The element the rule is about, at or above `from`; a bad selector finds nothing. */
function findFor({ target: { css, text } }: Rule, from: Element): Element | undefined {
  try {
    const found = from.closest(css);
    if (found && (text === undefined || found.textContent?.trim().replace(/\s+/g, ' ') === text))
      return found;
  } catch {
    // the config's check names bad selectors; the page stays quiet
  }
  return undefined;
}

/**
 * Calls `emit` for every rule that happens on a page it is about, until the page is gone.
 * @param captures all `capture` rules of the config
 * @returns `refresh`, to be called on every page view: sightings count anew, once each a page
 */
export function watchCaptures(captures: Capture[], emit: Emit): { refresh(): void } {
  const rules = captures.filter((rule) => rule.kind !== 'page');
  const on = (kind: string, event: Event) => {
    const [from] = event.composedPath();
    if (!(from instanceof Element)) return;
    for (const rule of rules)
      if (rule.kind === kind && matchesPages(rule.pages ?? ['*'], location.href) && findFor(rule, from))
        emit(rule);
  };
  listen(window, 'click submit', (event) => on(event.type, event));

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
  const look = () => {
    for (const rule of seen) {
      if (done.has(rule) || !matchesPages(rule.pages ?? ['*'], location.href)) continue;
      try {
        for (const element of document.querySelectorAll(rule.target.css)) {
          const known = watched.get(element) ?? [];
          if (known.includes(rule) || !findFor(rule, element)) continue;
          watched.set(element, [...known, rule]);
          eyes.observe(element);
        }
      } catch {
        // a bad selector
      }
    }
  };
  // elements come late: with the parser, and when an application draws
  new MutationObserver(quiet(look)).observe(document, { childList: true, subtree: true });
  return {
    refresh() {
      for (const timer of timers.values()) clearTimer(timer);
      eyes.disconnect();
      timers.clear();
      watched.clear();
      done = new Set();
      look();
    },
  };
}
