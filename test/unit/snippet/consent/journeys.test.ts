// Journeys through consent over the real table and the real readers of each tool; the page, the tools and what stores
// are small fakes. A journey is a line of steps, each with the standing after it; `off` is a
// page on which nobody is remembered though nothing forbids it: what there was has been forgotten.
//
// After each step: a denial has left exactly its mark (a signal and a tag that denies: nothing), no database, and
// nothing is written after it; while waiting nothing is written. A denial that is `own` was said by the visitor or to
// this site, as its mark then says.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../../shared/schema/config.ts';
import { createConsent } from '../../../../snippet/consent/consent.ts';
import { createGpp } from '../../../../snippet/consent/gpp.ts';
import { createConsentMode } from '../../../../snippet/consent/mode.ts';
import { createObey } from '../../../../snippet/consent/obey.ts';
import type { Said } from '../../../../snippet/consent/standing.ts';
import { createTcf } from '../../../../snippet/consent/tcf.ts';
import type { Grant, OnFile } from '../../../../snippet/remember/grant.ts';
import type { Visitor } from '../../../../snippet/remember/visitor-api.ts';

interface Setting {
  privacy?: Config['privacy'];
  attribute?: string;
  gpc?: boolean;
  /** Steps that a tool takes at each load, from its file. */
  head?: string;
}

/** What a browser keeps. */
interface Disk {
  file: OnFile;
  database: boolean;
  /** The browser says Global Privacy Control from the next page on. */
  gpc?: boolean;
}

const nothing = async () => {};

function createFakeVisitor(disk: Disk): Visitor {
  let mode: ReturnType<Visitor['mode']> = 'waiting';
  let grant: Grant | undefined;
  const store = () => {
    if (mode === 'stored') Object.assign(disk, { file: { ...grant }, database: true });
  };
  return {
    profile: () => ({}) as ReturnType<Visitor['profile']>,
    seed: () => '',
    mode: () => mode,
    grant: () => grant,
    ready: nothing(),
    begin(as, doubt) {
      if (doubt === 'erase') Object.assign(disk, { file: {}, database: false });
      grant = as;
      mode = as ? 'stored' : 'waiting';
      store();
    },
    async keep(as) {
      grant = as;
      mode = 'stored';
      store();
    },
    async erase(mark) {
      Object.assign(disk, { file: mark ?? {}, database: false });
      mode = 'off';
    },
    track: nothing,
    set: nothing,
    hurry() {},
    leave() {},
    events: async () => [],
  };
}

/** One page of a visit; as in loop.ts, without what is shown. */
function openPage({ privacy = {}, attribute, gpc }: Setting, disk: Disk) {
  const consent = createConsent(privacy, attribute, gpc || disk.gpc, () => disk.file);
  const visitor = createFakeVisitor(disk);
  let isTouched = false;
  let isFirst = false;
  const page = () => ({ isFirst, isStored: () => !!disk.file.consent, refresh() {}, reopen() {} });
  const hear = createObey(consent, visitor, page, () => {});
  const say = (said: Said) => void hear(said);
  const start = (isBack?: boolean) => {
    consent.reread(isBack);
    const standing = consent.standing();
    if (standing === 'denied') return void visitor.erase(consent.mark());
    isFirst = !disk.file.consent;
    visitor.begin(consent.grant());
  };
  const timers: (() => void)[] = [];
  const mode = createConsentMode(
    say,
    () => isTouched,
    (fn) => timers.push(fn),
  );
  let tcf = createTcf(say);
  let gpp = createGpp(say);
  let isEventDenied = false;
  const consents = (digits = '') => Object.fromEntries([...digits].map((digit) => [digit, true]));
  const tc = (eventStatus: string, digits?: string, gdprApplies?: boolean) =>
    tcf({ eventStatus, gdprApplies, purpose: { consents: consents(digits) } }, true);
  const sections = (isOut: boolean, more = {}) =>
    gpp({
      pingData: { signalStatus: 'ready', parsedSections: { usca: { SaleOptOut: isOut ? 1 : 2 } }, ...more },
    });
  const states = (state = '', more = {}) => ({ ad_storage: state, personalization_storage: state, ...more });

  const acts: Record<string, (...given: string[]) => unknown> = {
    touch: () => {
      isTouched = true;
    },
    wait: () => timers.splice(0).map((fn) => fn()),
    site: (word) => say({ by: 'site', word: word as 'granted', isAct: isTouched }),
    event: (word) => {
      const isAct = isEventDenied && isTouched;
      isEventDenied ||= word === 'denied';
      say({ by: 'event', word: word as 'granted', isAct });
    },
    optOut: () => say({ by: 'visitor', word: 'denied' }),
    mirror: () => say({ by: 'visitor', word: 'granted', isAct: true }),
    optIn: () => {
      if (consent.standing() !== 'denied') return;
      consent.forget(true);
      void visitor.erase();
      start();
    },
    forget: () => {
      consent.forget();
      void visitor.erase(consent.mark());
    },
    /** `default|update granted|denied [region or wait or other]` */
    mode: (command = '', state, more) =>
      mode(
        command,
        states(
          state,
          more === 'wait'
            ? { wait_for_update: 500 }
            : more === 'other'
              ? { x: 1 }
              : more
                ? { region: [more] }
                : {},
        ),
      ),
    partial: (command = '', state = '') => mode(command, { ad_storage: state, analytics_storage: state }),
    file: (digits) => tc('tcloaded', digits, true),
    done: (digits) => {
      isTouched = true;
      tc('useractioncomplete', digits, true);
    },
    again: (digits) => tc('useractioncomplete', digits, true),
    dialog: () => tc('cmpuishown', '', true),
    unknown: () => tc('tcloaded', '', undefined),
    elsewhere: () => tc('tcloaded', '', false),
    /** Another function is there, and asked anew. */
    replace: () => {
      tcf = createTcf(say);
      gpp = createGpp(say);
    },
    out: () => sections(true),
    in: () => sections(false),
    us: () => sections(false, { signalStatus: 'not ready', cmpDisplayStatus: 'visible' }),
    /** The visitor switches it on in the browser. */
    gpc: () => {
      disk.gpc = true;
    },
    /** The site clears localStorage, and the page is hidden or left. */
    cleared: () => {
      disk.file = consent.mark() ?? {};
    },
    navigate: () => visitor.mode() === 'off' && start(),
    back: () => start(true),
    /** What another tab did, as the `storage` event tells it here. */
    other: (word) => {
      const file: OnFile = ANSWERS[word as keyof typeof ANSWERS];
      const isGone = !file.consent || file.consent === 'denied';
      Object.assign(disk, { file, database: !isGone });
      if (isGone) visitor.begin(undefined);
      consent.reread(true);
    },
  };
  start();
  return {
    acts,
    /** One step, as a journey writes it. */
    take: (line: string) => {
      const [name = '', ...given] = line.split(' ');
      acts[name]?.(...given);
    },
    consent,
    visitor,
  };
}

/** What another tab may have written, by what is said of it here. */
const ANSWERS = {
  forgot: {},
  implied: { consent: 'implied' },
  granted: { consent: 'granted' },
  own: { consent: 'granted', isOwn: true },
  denied: { consent: 'denied', isOwn: true },
  refused: { consent: 'denied', isOwn: false },
} satisfies Record<string, OnFile>;

const required: Setting = {};
const implied: Setting = { privacy: { consent: 'implied' } };
const withGpc = (
  gpc?: 'honour' | 'local' | 'ignore',
  consent: 'required' | 'implied' = 'implied',
): Setting => ({
  privacy: { consent, ...(gpc && { gpc }) },
  gpc: true,
});
const us = (gpc?: 'honour' | 'local' | 'ignore'): Setting => ({
  privacy: { consent: 'implied', ...(gpc && { gpc }) },
});

type Journey = [name: string, setting: Setting, steps: string];
const JOURNEYS: Journey[] = [
  // tools that repeat what is on their file
  [
    'TCF repeats its file after an opt-out, and at each load',
    { ...required, head: 'file 156' },
    'load: granted | optOut: denied | file 156: denied | touch: denied | file 156: denied | load: denied | touch: denied | file 156: denied | load: denied',
  ],
  [
    'TCF repeats an answer after the click that opted out',
    required,
    'load: waiting | dialog: waiting | done 156: granted | touch: granted | optOut: denied | again 156: denied | again 156: denied',
  ],
  [
    'Consent Mode repeats its file after an opt-out',
    { ...required, head: 'mode default denied, mode update granted' },
    'load: granted | touch: granted | optOut: denied | mode update granted: denied | load: denied | touch: denied | mode update granted: denied',
  ],
  [
    'the event repeats its file after an opt-out',
    { ...required, head: 'event granted' },
    'load: granted | touch: granted | optOut: denied | event granted: denied | load: denied | touch: denied | event granted: denied',
  ],
  [
    'the site repeats its file at each load',
    { ...required, head: 'site granted' },
    'load: granted | touch: granted | optOut: denied | site granted: denied | load: denied | load: denied',
  ],
  [
    'all of them at once, on every load',
    { ...implied, head: 'mode update granted, file 156, event granted, site granted' },
    'load: granted | optOut: denied | load: denied | touch: denied | file 156: denied | mode update granted: denied | event granted: denied | load: denied',
  ],
  [
    'a tool that repeats a refusal',
    { ...implied, head: 'file' },
    'load: denied | load: denied | file: denied',
  ],
  [
    'a refusal on file against a grant in the mirror',
    { ...required, head: 'file' },
    'load: denied | mirror: granted | load: denied',
  ],
  [
    'an answer told to a new listener is no act',
    required,
    'load: waiting | dialog: waiting | done 156: granted | optOut: denied | replace: denied | again 156: denied',
  ],
  // who takes what back
  ['TCF takes its own refusal back', required, 'load: waiting | done 1: denied | done 156: granted'],
  [
    'on a later page, after its dialog',
    { ...required, head: 'file' },
    'load: denied | dialog: denied | done 156: granted',
  ],
  [
    'on a later page, without having repeated it',
    required,
    'load: waiting | done 1: denied | load: denied | dialog: denied | done 156: granted',
  ],
  [
    'the file alone takes nothing back',
    required,
    'load: waiting | done 1: denied | load: denied | file 156: denied | dialog: denied | file 156: denied',
  ],
  [
    'TCF does not take Consent Mode’s refusal back',
    required,
    'load: waiting | mode update denied: denied | dialog: denied | done 156: denied',
  ],
  [
    'both take back',
    required,
    'load: waiting | mode update denied: denied | file: denied | dialog: denied | done 156: denied | mode update granted: granted',
  ],
  [
    'Consent Mode takes its own refusal back',
    required,
    'load: waiting | touch: waiting | mode update denied: denied | mode update granted: granted',
  ],
  [
    'not on a page that nobody touched',
    required,
    'load: waiting | mode update denied: denied | mode update granted: denied | touch: denied',
  ],
  [
    'not by another tool in the same layer',
    required,
    'load: waiting | touch: waiting | mode update denied: denied | mode update granted other: denied',
  ],
  [
    'not by a default',
    required,
    'load: waiting | touch: waiting | mode update denied: denied | mode default granted: denied',
  ],
  [
    'the event takes its own back',
    required,
    'load: waiting | touch: waiting | event denied: denied | event granted: granted',
  ],
  ['not another’s', required, 'load: waiting | touch: waiting | site denied: denied | event granted: denied'],
  [
    'the site takes its own back',
    required,
    'load: waiting | touch: waiting | site granted: granted | site denied: denied | site granted: granted',
  ],
  [
    'and what is on file, when somebody touched the page',
    required,
    'load: waiting | site denied: denied | load: denied | site granted: denied | touch: denied | site granted: granted',
  ],
  ['not TCF’s', required, 'load: waiting | touch: waiting | file: denied | site granted: denied'],
  [
    'the mirror takes all back',
    required,
    'load: waiting | file: denied | mode update denied: denied | site denied: denied | optOut: denied | mirror: granted | load: granted',
  ],
  ['optIn, consent implied', implied, 'load: implied | optOut: denied | optIn: implied | load: implied'],
  [
    'optIn, consent required',
    required,
    'load: waiting | site granted: granted | optOut: denied | optIn: waiting | load: waiting',
  ],
  ['optIn on a later page', implied, 'load: implied | optOut: denied | load: denied | optIn: implied'],
  ['optIn without having been out', required, 'load: waiting | optIn: waiting'],
  [
    'optIn and a tool that still grants',
    { ...required, head: 'file 156' },
    'load: granted | optOut: denied | optIn: granted',
  ],
  [
    'optIn outlives no later refusal',
    implied,
    'load: implied | file: denied | optIn: implied | load: implied | file: denied',
  ],
  // two tools at once
  ['one grants, one refuses', required, 'load: waiting | file 156: granted | mode update denied: denied'],
  ['one refuses, one grants', required, 'load: waiting | mode update denied: denied | file 156: denied'],
  ['one doubts, one grants', required, 'load: waiting | mode default denied: waiting | file 156: granted'],
  ['one assumes, one doubts', required, 'load: waiting | elsewhere: implied | mode default denied: waiting'],
  ['one doubts, one assumes', required, 'load: waiting | mode default denied: waiting | elsewhere: waiting'],
  [
    'one assumes, one refuses',
    required,
    'load: waiting | elsewhere: implied | mode update denied: denied | elsewhere: denied',
  ],
  [
    'TCF and the event',
    implied,
    'load: implied | file 156: granted | event denied: denied | file 156: denied',
  ],
  [
    'another tool in the place of the first',
    required,
    'load: waiting | file: denied | replace: denied | file 156: denied | load: denied',
  ],
  [
    'a stub that never answers, then the tool',
    required,
    'load: waiting | replace: waiting | file 156: granted',
  ],
  // whose denial is on file
  [
    'the event denies and grants on a page after the opt-out',
    implied,
    'load: implied | optOut: denied own | load: denied own | touch: denied | event denied: denied own | event granted: denied own | load: denied own',
  ],
  [
    'the event denies by default, and grants after a touch',
    { ...implied, head: 'event denied' },
    'load: denied refused | optOut: denied own | load: denied own | touch: denied | event granted: denied own | load: denied own | mirror: granted',
  ],
  [
    'Consent Mode denies and grants on a page after the opt-out',
    implied,
    'load: implied | optOut: denied own | load: denied | touch: denied | mode update denied: denied own | mode update granted: denied own | load: denied | mirror: granted | load: granted',
  ],
  [
    'TCF grants in its dialog on a page after the opt-out',
    { ...required, head: 'file' },
    'load: denied refused | optOut: denied own | load: denied own | dialog: denied | done 156: denied own | load: denied own | optIn: waiting',
  ],
  [
    'all tools grant one after the other on a page after the opt-out',
    required,
    'load: waiting | optOut: denied own | load: denied | done: denied | dialog: denied | done 156: denied | mode update denied: denied | mode update granted: denied | event denied: denied | event granted: denied own',
  ],
  [
    'an opt-out before a tool’s refusal, and after it',
    implied,
    'load: implied | optOut: denied own | file: denied own | load: denied own | optIn: implied | file: denied refused | load: denied refused | optOut: denied own | load: denied own',
  ],
  [
    'a refusal in a tool, on a later page taken back by it',
    implied,
    'load: implied | touch: implied | event denied: denied refused | load: denied refused | touch: denied | event denied: denied refused | event granted: granted | load: granted',
  ],
  [
    'a refusal by Consent Mode, on a later page taken back by it',
    implied,
    'load: implied | mode update denied: denied refused | load: denied refused | touch: denied | mode update denied: denied | mode update granted: granted | load: granted',
  ],
  [
    'a refusal said to the site is not a tool’s to take back',
    required,
    'load: waiting | site denied: denied own | load: denied own | dialog: denied | done 156: denied own | touch: denied | site granted: granted',
  ],
  [
    'the opt-out is the visitor’s own after a cleared localStorage too',
    implied,
    'load: implied | optOut: denied own | load: denied own | cleared: denied own | load: denied own | touch: denied | event denied: denied | event granted: denied own',
  ],
  [
    'another tab opts out, then a tool denies and grants here',
    implied,
    'load: implied | touch: implied | other denied: denied own | event denied: denied own | event granted: denied own | load: denied own',
  ],
  [
    'a tool refuses in another tab, and takes it back here',
    implied,
    'load: implied | touch: implied | other refused: denied refused | event denied: denied refused | event granted: granted',
  ],
  [
    'another tab takes the opt-out back, and a tool refuses there',
    implied,
    'load: implied | optOut: denied own | load: denied own | other refused: denied refused | load: denied refused | dialog: denied | done 156: granted',
  ],
  // withdrawal
  [
    'on the page of the grant',
    required,
    'load: waiting | dialog: waiting | done 156: granted | dialog: granted | done 1: denied',
  ],
  [
    'on the second page, from the file',
    required,
    'load: waiting | done 156: granted | load: granted | file 1: denied',
  ],
  [
    'on the second page, in the dialog',
    { ...required, head: 'file 156' },
    'load: granted | load: granted | dialog: granted | done: denied',
  ],
  [
    'by Consent Mode on the second page',
    required,
    'load: waiting | mode update granted: granted | load: granted | mode update denied: denied | load: denied',
  ],
  [
    'by the event on the second page',
    required,
    'load: waiting | event granted: granted | load: granted | event denied: denied',
  ],
  ['of one of three purposes', required, 'load: waiting | file 156: granted | done 15: denied'],
  ['after a grant in the mirror', required, 'load: waiting | mirror: granted | file: denied'],
  ['while consent is implied', implied, 'load: implied | load: implied | file: denied | load: denied'],
  [
    'and granted again, page by page',
    required,
    'load: waiting | done 156: granted | done: denied | load: denied | file: denied | dialog: denied | done 156: granted | load: granted',
  ],
  // the law does not apply, or nobody knows
  ['the tool does not know: required', required, 'load: waiting | unknown: waiting | elsewhere: implied'],
  ['the tool does not know: implied', implied, 'load: implied | unknown: waiting | elsewhere: implied'],
  [
    'it does not apply, then it does',
    required,
    'load: waiting | elsewhere: implied | dialog: waiting | done 156: granted',
  ],
  [
    'it does not apply, then a refusal',
    required,
    'load: waiting | elsewhere: implied | file: denied | load: denied',
  ],
  ['unknown after a refusal', implied, 'load: implied | file: denied | unknown: denied | elsewhere: denied'],
  ['unknown after a grant', required, 'load: waiting | file 156: granted | unknown: granted'],
  [
    'implied, and the dialog is open',
    implied,
    'load: implied | dialog: waiting | done 156: granted | load: granted',
  ],
  [
    'what a later page does not know yet',
    required,
    'load: waiting | elsewhere: implied | load: waiting | elsewhere: implied',
  ],
  [
    'a doubt on a later page of an implied visitor',
    implied,
    'load: implied | load: implied | mode default denied: waiting | mode update granted: granted',
  ],
  // Consent Mode's defaults and regions
  [
    'a region that denies, then granted for all',
    required,
    'load: waiting | mode default denied DE: waiting | mode default granted: waiting',
  ],
  [
    'granted for all, then a region that denies',
    implied,
    'load: implied | mode default granted: implied | mode default denied US-CA: waiting | mode default granted: waiting',
  ],
  [
    'two regions, one grants',
    required,
    'load: waiting | mode default denied FR: waiting | mode default granted US: waiting | mode update granted: granted',
  ],
  ['a region that grants', required, 'load: waiting | mode default granted US: waiting'],
  [
    'denied anywhere, implied by the owner',
    implied,
    'load: implied | mode default denied JP: waiting | load: implied | mode default denied JP: waiting',
  ],
  [
    'other storages only',
    required,
    'load: waiting | partial default denied: waiting | partial update granted: waiting',
  ],
  [
    'other storages only, implied',
    implied,
    'load: implied | partial default denied: implied | partial update denied: implied',
  ],
  [
    'granted by default',
    required,
    'load: waiting | mode default granted: implied | load: waiting | mode default granted: implied',
  ],
  [
    'granted by default, after a while',
    required,
    'load: waiting | mode default granted wait: waiting | wait: implied',
  ],
  [
    'refused within that while',
    required,
    'load: waiting | mode default granted wait: waiting | mode update denied: denied | wait: denied',
  ],
  [
    'a default after the answer',
    required,
    'load: waiting | mode update granted: granted | mode default denied: granted',
  ],
  [
    'a default after a refusal',
    required,
    'load: waiting | mode update denied: denied | mode default granted: denied',
  ],
  // Global Privacy Control × config
  [
    'GPC, as ever',
    withGpc(),
    'load: denied | file 156: denied | mode update granted: denied | event granted: denied | load: denied',
  ],
  ['GPC, and a dialog', withGpc('honour'), 'load: denied | dialog: denied | done 156: denied'],
  [
    'GPC, and the site’s word from its file',
    { ...withGpc(), head: 'site granted' },
    'load: granted | load: granted',
  ],
  ['GPC, and the visitor’s grant', withGpc(), 'load: denied | mirror: granted | load: granted'],
  [
    'GPC, granted, withdrawn',
    withGpc(),
    'load: denied | touch: denied | site granted: granted | site denied: denied | load: denied',
  ],
  ['GPC, granted, forgotten', withGpc(), 'load: denied | mirror: granted | forget: denied | load: denied'],
  // whose grant is on file
  [
    'GPC after a tool’s grant on an earlier page',
    required,
    'load: waiting | done 156: granted | gpc: granted | load: denied | done 156: denied | load: denied',
  ],
  [
    'GPC after another tool’s grant, by an update',
    required,
    'load: waiting | mode update granted: granted | load: granted | gpc: granted | load: denied',
  ],
  [
    'GPC after the event’s grant',
    required,
    'load: waiting | event granted: granted | gpc: granted | load: denied',
  ],
  [
    'GPC after the visitor’s own grant on an earlier page',
    required,
    'load: waiting | site granted: granted | load: granted | gpc: granted | load: granted | load: granted',
  ],
  [
    'GPC after an own grant that a tool repeats',
    { ...required, head: 'file 156' },
    'load: granted | mirror: granted | gpc: granted | load: granted | file 156: granted | load: granted',
  ],
  [
    'GPC after an own grant that was withdrawn',
    required,
    'load: waiting | site granted: granted | site denied: denied own | load: denied | optIn: waiting | dialog: waiting | done 156: granted | gpc: granted | load: denied',
  ],
  [
    'GPC after an own grant that was forgotten',
    required,
    'load: waiting | site granted: granted | load: granted | forget: waiting | load: waiting | file 156: granted | gpc: granted | load: denied',
  ],
  [
    'GPC after an own grant in another tab',
    required,
    'load: waiting | other own: granted | load: granted | gpc: granted | load: granted',
  ],
  ['GPC, optIn', withGpc(), 'load: denied | optIn: denied'],
  ['GPC ignored', withGpc('ignore'), 'load: implied | out: implied | file: denied'],
  ['GPC ignored, required', withGpc('ignore', 'required'), 'load: waiting | file 156: granted'],
  ['GPC local', withGpc('local'), 'load: implied | out: implied | load: implied'],
  [
    'GPC local, required',
    withGpc('local', 'required'),
    'load: waiting | file 156: granted | optOut: denied | load: denied',
  ],
  // US sections
  ['a US opt-out on file', { ...us(), head: 'out' }, 'load: denied | load: denied'],
  [
    'a US opt-out, after a grant on this site',
    { ...us(), head: 'out' },
    'load: denied | mirror: granted | load: granted | out: granted',
  ],
  [
    'a US opt-out made now outweighs the grant',
    us(),
    'load: implied | mirror: granted | us: granted | out: denied | load: implied',
  ],
  ['a US opt-out made by a change', us(), 'load: implied | in: implied | out: denied'],
  ['a US opt-out taken back', us(), 'load: implied | out: denied | us: denied | in: denied | load: implied'],
  [
    'not taken back without a dialog',
    us(),
    'load: implied | out: denied | in: denied | replace: denied | in: denied',
  ],
  ['a US opt-out and TCF’s grant', us(), 'load: implied | out: denied | dialog: denied | done 156: denied'],
  [
    'a US opt-out after a tool’s grant on an earlier page',
    us(),
    'load: implied | file 156: granted | load: granted | out: denied | load: implied',
  ],
  [
    'a US opt-out, at each load, after a tool’s grant',
    us(),
    'load: implied | mode update granted: granted | load: granted | load: granted | out: denied | file 156: denied',
  ],
  [
    'a US opt-out on file after the visitor’s own grant on an earlier page',
    us(),
    'load: implied | site granted: granted | load: granted | out: granted | load: granted',
  ],
  [
    'a US opt-out made now outweighs an own grant of an earlier page',
    us(),
    'load: implied | mirror: granted | load: granted | us: granted | out: denied | load: implied',
  ],
  ['a US opt-out, local', us('local'), 'load: implied | out: implied'],
  ['a US opt-out, ignored', us('ignore'), 'load: implied | out: implied'],
  [
    'a US opt-out does not weaken a denial',
    us(),
    'load: implied | optOut: denied | out: denied | us: denied | in: denied | load: denied',
  ],
  // the owner
  [
    'the tag denies',
    { ...implied, attribute: 'denied' },
    'load: denied | file 156: denied | event granted: denied | load: denied',
  ],
  [
    'the tag denies, the visitor grants here',
    { ...implied, attribute: 'denied' },
    'load: denied | touch: denied | site granted: granted | load: denied',
  ],
  ['the tag grants', { attribute: 'granted' }, 'load: implied | optOut: denied | load: denied'],
  ['the tag requires', { ...implied, attribute: 'required' }, 'load: waiting'],
  ['the tag says something odd', { ...implied, attribute: 'yes' }, 'load: waiting'],
  ['the tag grants, GPC', { attribute: 'granted', gpc: true }, 'load: denied'],
  // forgotten, other tabs, and pages that come back
  [
    'forgotten: the default again',
    implied,
    'load: implied | site denied: denied | forget: implied | load: implied',
  ],
  [
    'forgotten: a tool’s refusal stands',
    implied,
    'load: implied | file: denied | forget: denied | navigate: denied | load: denied',
  ],
  [
    'forgotten, then granted',
    required,
    'load: waiting | site granted: granted | forget: waiting | site granted: granted',
  ],
  [
    'forgotten: a default is nothing new after an update that said the same',
    implied,
    'load: implied | mode default granted: implied | mode update granted: granted | forget: granted off | mode default granted: granted off | mode update granted: granted off',
  ],
  [
    'forgotten: what TCF repeats begins nobody new on that page',
    required,
    'load: waiting | dialog: waiting | done 156: granted | forget: granted off | file 156: granted off | again 156: granted off | dialog: granted off | load: waiting | file 156: granted',
  ],
  [
    'forgotten: what Consent Mode repeats, its default too',
    required,
    'load: waiting | mode default denied: waiting | mode update granted: granted | touch: granted | forget: granted off | mode default denied: granted off | mode update granted: granted off | load: waiting',
  ],
  [
    'forgotten: a default that grants is repeated',
    required,
    'load: waiting | mode default granted: implied | forget: implied off | mode default granted: implied off | load: waiting',
  ],
  [
    'forgotten: what the event repeats',
    required,
    'load: waiting | event granted: granted | touch: granted | forget: waiting | event granted: granted off | load: waiting | event granted: granted',
  ],
  [
    'forgotten, implied: the law still does not apply',
    implied,
    'load: implied | elsewhere: implied | forget: implied off | elsewhere: implied off | navigate: implied',
  ],
  [
    'forgotten, then answered anew in the dialog',
    required,
    'load: waiting | file 156: granted | forget: granted off | dialog: granted off | done 156: granted',
  ],
  [
    'forgotten, then granted by a tool that had said nothing',
    required,
    'load: waiting | site granted: granted | forget: waiting | file 156: granted',
  ],
  ['another tab refuses', implied, 'load: implied | other denied: denied | load: denied'],
  [
    'another tab forgets',
    required,
    'load: waiting | site granted: granted | other forgot: waiting | navigate: waiting',
  ],
  [
    'another tab takes the opt-out back',
    implied,
    'load: implied | optOut: denied | other implied: implied | back: implied',
  ],
  ['another tab grants', implied, 'load: implied | optOut: denied | other granted: granted | back: granted'],
  [
    'back by the back button after an opt-out elsewhere',
    implied,
    'load: implied | other denied: denied | back: denied',
  ],
  [
    'back by the back button, an opt-out is still the visitor’s',
    implied,
    'load: implied | touch: implied | optOut: denied | back: denied | site granted: denied | file 156: denied',
  ],
  [
    'back by the back button, and the tool still refuses',
    implied,
    'load: implied | file: denied | back: denied',
  ],
  [
    'an opt-out outlives a cleared localStorage',
    implied,
    'load: implied | optOut: denied | cleared: denied | load: denied',
  ],
  [
    'so does a tool’s refusal',
    implied,
    'load: implied | load: implied | mode update denied: denied | cleared: denied | navigate: denied | load: denied',
  ],
  [
    'a grant does not come back by that',
    required,
    'load: waiting | site granted: granted | cleared: granted | load: waiting',
  ],
];

describe('journeys', () => {
  it('are many, and no two are the same', () => {
    expect(JOURNEYS.length).toBeGreaterThanOrEqual(100);
    expect(new Set(JOURNEYS.map(([name]) => name)).size).toBe(JOURNEYS.length);
  });
  it.each(JOURNEYS)('%s', (_name, setting, steps) => {
    const disk: Disk = { file: {}, database: false };
    let page: ReturnType<typeof openPage> | undefined;
    for (const step of steps.split(' | ')) {
      const [act = '', said = ''] = step.split(': ');
      const [standing, more] = said.split(' ');
      const before = { ...disk };
      const take = (line: string) => page?.take(line);
      if (act === 'load') {
        page = openPage(setting, disk);
        if (setting.head) setting.head.split(', ').forEach(take);
      } else {
        expect(Object.keys(page?.acts ?? {}), act).toContain(act.split(' ')[0]);
        take(act);
      }
      expect(page?.consent.standing(), step).toBe(standing);
      if (standing === 'denied') {
        const file = page?.consent.mark() ?? {};
        expect(disk, step).toMatchObject({ file, database: false });
        if (more) expect(disk.file, step).toEqual(ANSWERS[more === 'own' ? 'denied' : 'refused']);
        expect(page?.visitor.mode() === 'stored', step).toBe(false);
      } else if (standing === 'waiting') {
        expect(page?.visitor.mode() === 'stored', step).toBe(false);
        if (!act.startsWith('other') && !before.database) expect(disk.database, step).toBe(false);
      } else if (more) expect([page?.visitor.mode(), disk.database], step).toEqual(['off', false]);
      else if (!/^(forget|other|cleared)/.test(act)) {
        expect([page?.visitor.mode(), page?.visitor.grant()?.consent, disk.database], step).toEqual([
          'stored',
          standing,
          true,
        ]);
      }
    }
  });
});

describe('after the visitor’s own denial', () => {
  const tools = [
    ...['file 156', 'file 1', 'file', 'done 156', 'done', 'again 156', 'dialog', 'unknown', 'elsewhere'],
    ...['mode default granted', 'mode default denied', 'mode update granted', 'mode update denied'],
    ...['event granted', 'event denied', 'replace', 'out', 'in', 'us', 'wait'],
  ];
  const page = ['load', 'touch', 'navigate', 'back', 'cleared'];
  const settings = [required, implied, withGpc('ignore'), withGpc('local', 'required'), us()];
  const steps = (from: string[]) => fc.array(fc.constantFrom(...from), { maxLength: 20 });

  it('no tool remembers them, on whatever page, whatever it says in whatever order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...settings),
        steps([...tools, ...page, 'site granted', 'mirror']),
        fc.constantFrom('optOut', 'site denied'),
        steps([...tools, ...page]),
        (setting, before, denial, after) => {
          const disk: Disk = { file: {}, database: false };
          let current = openPage(setting, disk);
          const take = (step: string) => {
            if (step === 'load') current = openPage(setting, disk);
            else current.take(step);
          };
          before.forEach(take);
          for (const step of [denial, ...after]) {
            take(step);
            const { consent, visitor } = current;
            expect([consent.standing(), visitor.mode() === 'stored', disk], step).toEqual([
              'denied',
              false,
              { file: ANSWERS.denied, database: false },
            ]);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
