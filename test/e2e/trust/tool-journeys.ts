// Journeys with consent tools: what is said, and where the visitor stands after each act.

import type { Config } from '../../../shared/schema/config.ts';
import { type End, implied } from './tool-pages.ts';

export type Step = [act: string, end: End];
export interface Journey {
  name: string;
  privacy?: Config['privacy'];
  gpc?: boolean;
  /** Script before the tag, at every load. */
  head?: string;
  /** Each act is script of the page, or `reload`, or the visitor's `touch`. */
  steps: Step[];
}

export const JOURNEYS: Journey[] = [
  // late, without a click
  {
    name: 'TCF comes late with a refusal',
    privacy: implied,
    head: `later(() => { __tcfapi = cmp(tc('tcloaded', '1')) })`,
    steps: [['', 'refusal']],
  },
  {
    name: 'TCF comes late with a grant',
    head: `later(() => { __tcfapi = cmp(tc('tcloaded', '156')) })`,
    steps: [['', 'stored']],
  },
  {
    name: 'GPP comes late with an opt-out',
    privacy: implied,
    head: `later(() => { __gpp = gpp(us({ SaleOptOut: 1 })) })`,
    steps: [
      ['', 'nothing'],
      ['reload', 'nothing'],
    ],
  },
  {
    name: 'the data layer comes late with a refusal',
    privacy: implied,
    head: `delete window.dataLayer; later(() => { dataLayer = [['consent', 'update', personal('denied')]] })`,
    steps: [['', 'refusal']],
  },
  {
    name: 'a default that denies comes late',
    privacy: implied,
    head: `later(() => gtag('consent', 'default', personal('denied', { region: ['DE'] })))`,
    steps: [
      ['', 'waiting'],
      [`gtag('consent', 'update', personal('granted'))`, 'stored'],
    ],
  },
  {
    name: 'it comes at the moment the page is left',
    privacy: implied,
    head: `addEventListener('pagehide', () => { __tcfapi = cmp(tc('tcloaded')) }, true)`,
    steps: [
      ['', 'stored'],
      ['reload!', 'refusal'],
    ],
  },
  // replaced
  {
    name: 'a stub that never answers gives way to the tool',
    privacy: implied,
    head: `__tcfapi = () => {}; later(() => { __tcfapi = cmp(tc('tcloaded')) })`,
    steps: [['', 'refusal']],
  },
  {
    name: 'a stub with a queue gives way to the tool',
    head: `__tcfapi = (...given) => void (__tcfapi.a = [...(__tcfapi.a ?? []), given]); later(() => { const { a = [] } = __tcfapi; __tcfapi = cmp(tc('tcloaded', '156')); a.forEach((given) => __tcfapi(...given)) })`,
    steps: [
      ['', 'stored'],
      [`__tcfapi.say(tc('useractioncomplete'))`, 'refusal'],
    ],
  },
  {
    name: 'another tool in its place refuses',
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      ['', 'stored'],
      [`__tcfapi = cmp(tc('tcloaded'))`, 'refusal'],
    ],
  },
  {
    name: 'another tool in its place grants',
    head: `__tcfapi = cmp(tc('tcloaded')); onceHeard(() => { __tcfapi = cmp(tc('tcloaded', '156')) })`,
    steps: [
      ['', 'refusal'],
      [`dispatchEvent(new Event('focus'))`, 'refusal'],
    ],
  },
  {
    name: 'GPP gives way to another',
    privacy: implied,
    head: `__gpp = gpp()`,
    steps: [
      ['', 'stored'],
      [`__gpp = gpp(us({ TargetedAdvertisingOptOut: 1 }))`, 'nothing'],
    ],
  },
  // odd tools
  {
    name: 'tools that throw',
    privacy: implied,
    head: `__tcfapi = () => { throw new Error('tcf') }; __gpp = () => { throw new Error('gpp') }`,
    steps: [
      ['', 'stored'],
      [`__tcfapi = cmp(tc('tcloaded'))`, 'refusal'],
    ],
  },
  {
    name: 'tools that are no functions',
    privacy: implied,
    head: `__tcfapi = {}; __gpp = 'x'`,
    steps: [['', 'stored']],
  },
  {
    name: 'tools that call back with nothing, twice, without success',
    privacy: implied,
    head: `__tcfapi = (c, v, done) => { done(); done(null, true); done(tc('tcloaded'), false); done(5, true) }; __gpp = (c, done) => { done(); done(null, true); done({}, true) }`,
    steps: [['', 'stored']],
  },
  {
    name: 'a refusal said twice',
    privacy: implied,
    head: `__tcfapi = (c, v, done) => { done(tc('tcloaded'), true); setTimeout(() => done(tc('tcloaded'), true)) }`,
    steps: [
      ['', 'refusal'],
      ['reload', 'refusal'],
    ],
  },
  {
    name: 'consent entries that are odd',
    privacy: implied,
    head: `dataLayer.push(['consent'], ['consent', 'update'], ['consent', 'default', null], ['consent', 'update', 'denied'])`,
    steps: [['', 'stored']],
  },
  // repetition
  {
    name: 'TCF repeats its file at every load and click',
    head: `__tcfapi = cmp(tc('tcloaded', '156')); addEventListener('click', () => __tcfapi.say(tc('useractioncomplete', '156')))`,
    steps: [
      ['', 'stored'],
      ['selvedge.optOut(); document.body.click()', 'denial'],
      ['document.body.click()', 'denial'],
      ['reload', 'denial'],
      ['document.body.click()', 'denial'],
    ],
  },
  {
    name: 'Consent Mode repeats its file at every load and click',
    head: `gtag('consent', 'default', personal('denied')); const repeat = () => gtag('consent', 'update', personal('granted')); repeat(); addEventListener('click', repeat)`,
    steps: [
      ['', 'stored'],
      ['document.body.click(); selvedge.optOut()', 'denial'],
      ['document.body.click()', 'denial'],
      ['reload', 'denial'],
      ['document.body.click()', 'denial'],
    ],
  },
  {
    name: 'the event repeats its file at every load and click',
    head: `const repeat = () => document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: 'granted' })); addEventListener('load', repeat); addEventListener('click', repeat)`,
    steps: [
      ['', 'stored'],
      ['selvedge.optOut(); document.body.click()', 'denial'],
      ['reload', 'denial'],
      ['document.body.click()', 'denial'],
    ],
  },
  {
    name: 'the site repeats its file at every load',
    head: `addEventListener('DOMContentLoaded', () => selvedge.consent('granted'))`,
    steps: [
      ['', 'stored'],
      ['selvedge.optOut()', 'denial'],
      ['reload', 'denial'],
      ['reload', 'denial'],
    ],
  },
  // take-backs and withdrawals
  {
    name: 'a refusal is taken back in the tool’s own dialog, a page later',
    head: `__tcfapi = cmp(tc('tcloaded', localStorage.getItem('cmp') ?? ''))`,
    steps: [
      ['', 'refusal'],
      ['reload', 'refusal'],
      [`__tcfapi.say(tc('cmpuishown'))`, 'refusal'],
      [`__tcfapi.say(tc('useractioncomplete', '156'))`, 'stored'],
    ],
  },
  {
    name: 'Consent Mode changes its answer',
    steps: [
      ['touch', 'waiting'],
      [`gtag('consent', 'update', personal('denied'))`, 'refusal'],
      [`gtag('consent', 'update', personal('granted'))`, 'stored'],
    ],
  },
  {
    name: 'withdrawn on the second page',
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      ['', 'stored'],
      ['reload', 'stored'],
      [`__tcfapi.say(tc('useractioncomplete', '15'))`, 'refusal'],
    ],
  },
  {
    name: 'opted out, and in again',
    privacy: implied,
    steps: [
      ['selvedge.optOut()', 'denial'],
      ['reload', 'denial'],
      ['selvedge.optIn()', 'stored'],
    ],
  },
  {
    name: 'after an opt-out the site’s own word is not enough on that page',
    privacy: implied,
    steps: [
      ['selvedge.optOut()', 'denial'],
      [`selvedge.consent('granted')`, 'denial'],
      ['selvedge.optIn()', 'stored'],
    ],
  },
  {
    name: 'a logout clears localStorage',
    privacy: implied,
    steps: [
      ['selvedge.optOut()', 'denial'],
      ['localStorage.clear()', 'nothing'],
      ['reload', 'denial'],
    ],
  },
  // whose a denial is
  {
    name: 'after an opt-out a tool that denies and grants on a later page changes nothing',
    privacy: implied,
    steps: [
      ['selvedge.optOut()', 'denial'],
      ['reload', 'denial'],
      ['touch', 'denial'],
      [`hear('denied'); hear('granted')`, 'denial'],
      [`gtag('consent', 'update', personal('denied'))`, 'denial'],
      [`gtag('consent', 'update', personal('granted'))`, 'denial'],
      ['reload', 'denial'],
      ['selvedge.optIn()', 'stored'],
    ],
  },
  {
    name: 'nor does one that has denied before, in its own dialog',
    head: `__tcfapi = cmp(tc('tcloaded'))`,
    steps: [
      ['', 'refusal'],
      ['selvedge.optOut()', 'denial'],
      ['reload', 'denial'],
      [`__tcfapi.say(tc('cmpuishown'))`, 'denial'],
      [`__tcfapi.say(tc('useractioncomplete', '156'))`, 'denial'],
      ['reload', 'denial'],
    ],
  },
  {
    name: 'what a tool has denied it takes back on a later page',
    privacy: implied,
    steps: [
      [`hear('denied')`, 'refusal'],
      ['reload', 'refusal'],
      ['touch', 'refusal'],
      [`hear('granted')`, 'refusal'],
      [`hear('denied'); hear('granted')`, 'stored'],
    ],
  },
  // the law, regions, two tools
  {
    name: 'the tool does not know whether the law applies',
    head: `__tcfapi = cmp(tc('tcloaded', '', null))`,
    steps: [
      ['', 'waiting'],
      [`__tcfapi.say(tc('tcloaded', '', false))`, 'stored'],
    ],
  },
  {
    name: 'it does not apply, then it does',
    head: `__tcfapi = cmp(tc('tcloaded', '', false))`,
    steps: [
      ['', 'stored'],
      [`__tcfapi.say(tc('cmpuishown'))`, 'waiting'],
      [`__tcfapi.say(tc('useractioncomplete', '156'))`, 'stored'],
    ],
  },
  {
    name: 'a region is denied, then granted for all',
    head: `gtag('consent', 'default', personal('denied', { region: ['DE'] })); gtag('consent', 'default', personal('granted'))`,
    steps: [['', 'waiting']],
  },
  {
    name: 'granted for all, then a region is denied',
    privacy: implied,
    head: `gtag('consent', 'default', personal('granted')); gtag('consent', 'default', personal('denied', { region: ['US-CA'] }))`,
    steps: [['', 'waiting']],
  },
  {
    name: 'a default waits for its update',
    head: `gtag('consent', 'default', personal('granted', { wait_for_update: 300 })); later(() => gtag('consent', 'update', personal('denied')), 0)`,
    steps: [['', 'refusal']],
  },
  {
    name: 'two tools disagree',
    head: `gtag('consent', 'update', personal('granted')); __tcfapi = cmp(tc('tcloaded', '1'))`,
    steps: [
      ['', 'refusal'],
      [`gtag('consent', 'update', personal('granted'))`, 'refusal'],
    ],
  },
  {
    name: 'two tools in one data layer disagree',
    privacy: implied,
    head: `gtag('consent', 'update', personal('denied')); gtag('consent', 'update', { personalization_storage: 'granted' })`,
    steps: [
      ['', 'refusal'],
      [`gtag('consent', 'update', { personalization_storage: 'granted' })`, 'refusal'],
    ],
  },
  // signals
  {
    name: 'GPC, honoured',
    privacy: implied,
    gpc: true,
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      ['', 'nothing'],
      [`selvedge.consent('granted')`, 'stored'],
      ['reload', 'stored'],
    ],
  },
  {
    name: 'a tool’s grant on an earlier page does not outweigh a US opt-out',
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      ['', 'stored'],
      ['reload', 'stored'],
      [`__gpp = gpp(us({ SharingOptOut: 1 }))`, 'nothing'],
    ],
  },
  {
    name: 'the visitor’s own grant on an earlier page does, though a tool grants too',
    head: `__tcfapi = cmp(tc('tcloaded', '156'))`,
    steps: [
      [`selvedge.consent('granted')`, 'stored'],
      ['reload', 'stored'],
      [`__gpp = gpp(us({ SharingOptOut: 1 }))`, 'stored'],
      ['reload', 'stored'],
      [`__gpp = gpp(us({ SharingOptOut: 1 }))`, 'stored'],
    ],
  },
  {
    name: 'GPC, local',
    privacy: { consent: 'implied', gpc: 'local' },
    gpc: true,
    steps: [
      ['', 'stored'],
      ['reload', 'stored'],
      ['selvedge.optOut()', 'denial'],
    ],
  },
  {
    name: 'GPC, ignored',
    privacy: { consent: 'implied', gpc: 'ignore' },
    gpc: true,
    head: `__gpp = gpp(us({ Gpc: true }))`,
    steps: [['', 'stored']],
  },
  {
    name: 'a US opt-out in its dialog',
    privacy: implied,
    head: `__gpp = gpp(us({ SaleOptOut: 2 }))`,
    steps: [
      ['', 'stored'],
      [`__gpp.say(us({}, { signalStatus: 'not ready', cmpDisplayStatus: 'visible' }))`, 'stored'],
      [`__gpp.say(us([{ SaleOptOut: 1 }, { Gpc: false }]))`, 'nothing'],
      [`selvedge.consent('granted')`, 'stored'],
    ],
  },
];
