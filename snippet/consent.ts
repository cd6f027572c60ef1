// Whether this visitor may be remembered: what was decided before, what the owner's tag and config say,
// what the browser asks for (Global Privacy Control), and what consent tools say while the page lives.
//
// Every source says one of five things, and NEXT is the whole table of what follows. A denial wins over
// everything but the visitor's own act: a consent tool that repeats an old answer on every page must not
// undo an opt-out made here.

import type { Config } from '../shared/schema/config.ts';
import { listen, quiet } from './native.ts';
import { readConsent, type StoredConsent } from './remember/snapshot.ts';

/** `waiting` keeps everything on this page; `denied` keeps nothing. */
export type Standing = StoredConsent | 'waiting' | 'denied';
/**
 * `granted` is the visitor's own act, now · `repeated` a grant that a consent tool has on file ·
 * `assumed` no answer is needed here · `doubted` no answer yet, and one is needed · `denied` by whom ever
 */
export type Said = 'granted' | 'repeated' | 'assumed' | 'doubted' | 'denied';

/** From each standing, after what was said, the next one; where there is none, nothing changes. */
const NEXT: Record<Said, Partial<Record<Standing, Standing>>> = {
  granted: { waiting: 'granted', implied: 'granted', denied: 'granted' },
  repeated: { waiting: 'granted', implied: 'granted' },
  assumed: { waiting: 'implied' },
  doubted: { implied: 'waiting' },
  denied: { waiting: 'denied', implied: 'denied', granted: 'denied' },
};
export const nextStanding = (from: Standing, said: Said): Standing => NEXT[said][from] ?? from;

/**
 * Where a page starts: the tag's `denied`, the visitor's own answer, GPC, the tag, the config, in this order.
 * The visitor's own grant is the only one that outweighs GPC; it is stored as `granted`, all others as `implied`.
 */
export function readStanding(privacy: Config['privacy'], attribute: string | undefined): Standing {
  const stored = readConsent();
  if (attribute === 'denied' || stored === 'denied') return 'denied';
  if (stored === 'granted') return stored;
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: unknown };
  // 1 and "1" were tried by browsers before the specification said `true`
  if (globalPrivacyControl && privacy?.gpc !== 'ignore') return 'denied';
  const said = attribute ?? privacy?.consent;
  return said === 'granted' || said === 'implied' ? said : 'waiting';
}

/** Whether a tool has told on this page that the visitor refused: its next grant is a change of mind, not a repetition. */
let refused = false;

/**
 * What a Consent Mode command says about remembering, or undefined.
 *
 * @param command `default` or `update`
 * @param states with `personalization_storage`; a default for some regions only grants nothing, because no address
 *   is looked up here
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export function readConsentMode(
  command: string,
  { personalization_storage: to, region }: Record<string, unknown>,
): Said | undefined {
  const isUpdate = command === 'update';
  if (to === 'denied') {
    refused ||= isUpdate;
    return isUpdate ? 'denied' : 'doubted';
  }
  if (to !== 'granted' || (region && !isUpdate)) return undefined;
  if (!isUpdate) return 'assumed';
  // nobody has clicked in a page that is still being read: such a grant was on file
  const isAct = document.readyState !== 'loading' && navigator.userActivation?.isActive;
  return refused || isAct ? 'granted' : 'repeated';
}

type Tcf = (
  command: string,
  version: number,
  done: (
    data: { eventStatus?: string; gdprApplies?: boolean; purpose?: { consents?: Record<number, boolean> } },
    ok: boolean,
  ) => void,
) => void;

/** Listens to IAB TCF, as soon as it is there. */
export function watchTcf(say: (said: Said) => void): void {
  let asked = false;
  const ask = () => {
    const tcf = (window as { __tcfapi?: Tcf }).__tcfapi;
    if (asked || typeof tcf !== 'function') return;
    asked = true;
    const hear: Parameters<Tcf>[2] = ({ eventStatus, gdprApplies, purpose }, ok) => {
      if (!ok || eventStatus === 'cmpuishown') return;
      // 1: store on the device; 5 and 6: profiles for content, and content by them
      const all = [1, 5, 6].every((number) => purpose?.consents?.[number]);
      const isNew = eventStatus === 'useractioncomplete';
      say(gdprApplies === false ? 'assumed' : !all ? 'denied' : isNew ? 'granted' : 'repeated');
    };
    tcf('addEventListener', 2, quiet(hear));
  };
  quiet(ask)();
  listen(document, 'readystatechange click', ask);
}
