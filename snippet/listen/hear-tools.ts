// Hears what may be the visitor's answer in a consent tool's dialog, and keeps what tools say for the rest of the tag: it
// was there to be heard when they said it. What counts as an act the rest decides (consent/tcf.ts, mode.ts, event.ts).

import type { Ears, Heard } from '../now/ears.ts';
import { readActive } from '../read-active.ts';

/** So often (ms) tools are looked for, and whenever somebody does something: before they answer, and behind that. */
const OFTEN = 500;
/** See consent/acted.ts. */
const LATE = 1000;

type Entry = { 0?: unknown; 2?: { personalization_storage?: unknown } };

export function hearTools(
  ears: Ears,
  heard: Heard,
  on: (types: string, fn: (event: never) => unknown) => void,
): void {
  const { touches, said, bring } = ears;
  // a tool in the page around this one is asked by messages, which the rest knows how to do
  if (parent !== window) bring();
  let { isTouched } = touches;
  let wasActive: boolean | undefined = true;
  setTimeout(() => {
    wasActive = touches.wasActive || readActive();
  }, LATE);

  /** @returns whether it may be the visitor's answer */
  const hear = (word: unknown, wasTouched: unknown) => {
    const isAct = word === 'granted' && wasTouched;
    if (isAct) bring();
    return isAct;
  };
  let isEarlier = true;
  let tool: unknown;
  const hearEntry = (entry: Entry | undefined) => {
    if (entry?.[0] !== 'consent' || heard.layer.includes(entry)) return;
    heard.layer.push(entry);
    // what stands there already is no act (observe/hear-page.ts)
    if (!isEarlier && hear(entry[2]?.personalization_storage, touches.isTouched)) heard.acted.push(entry[2]);
  };
  const look = () => {
    if (ears.isHere) clearInterval(timer);
    else
      try {
        const { __tcfapi, dataLayer }: { __tcfapi?: unknown; dataLayer?: unknown } = Object(window);
        if (Array.isArray(dataLayer)) dataLayer.forEach(hearEntry);
        if (typeof __tcfapi !== 'function' || __tcfapi === tool) return;
        tool = __tcfapi;
        const calls: Heard['tcf'][0] = [];
        heard.tcf.push(calls);
        __tcfapi('addEventListener', 2, (data: { eventStatus?: unknown }, ok: unknown) => {
          // a copy: the tool may change its object and hand it over again
          calls.push([data && { ...data }, ok]);
          // as soon as its dialog opens: the answer may lead away at once
          if (/^(cmpuishown|useractioncomplete)$/.test(`${data?.eventStatus}`)) bring();
        });
      } catch {
        // not ready, or odd
        bring();
      }
  };
  const timer = setInterval(look, OFTEN);
  // whoever asks of touches is told of those in frames too; what was said before the first one was said without
  Object.defineProperty(touches, 'isTouched', {
    get: () => isTouched || (!wasActive && readActive()),
    set(now) {
      look();
      isTouched = now;
    },
  });
  look();
  isEarlier = false;
  on('pointerdown keydown blur', look);
  on('click', () => setTimeout(look));
  said.forEach(([detail, wasTouched]) => void hear(detail, wasTouched));
  on('selvedge:consent', ({ detail }: CustomEvent) => hear(detail, touches.isTouched));
}
