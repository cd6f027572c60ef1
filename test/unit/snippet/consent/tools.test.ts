// What each consent tool's reader makes of what the tool says; "!" marks an act.

import { describe, expect, it } from 'vitest';
import { createGpp } from '../../../../snippet/consent/gpp.ts';
import { createConsentMode } from '../../../../snippet/consent/mode.ts';
import type { Said } from '../../../../snippet/consent/standing.ts';
import { createTcf } from '../../../../snippet/consent/tcf.ts';

const brief = ({ word, isAct }: Said) => (isAct ? `${word}!` : word);

describe('IAB TCF', () => {
  const consents = (digits: string) => Object.fromEntries([...digits].map((digit) => [digit, true]));
  const tc = (eventStatus: unknown, digits = '', ...applies: unknown[]) => ({
    eventStatus,
    gdprApplies: applies.length ? applies[0] : true,
    purpose: { consents: consents(digits) },
  });
  const told = (...calls: unknown[]) => {
    const said: Said[] = [];
    const hear = createTcf((one) => said.push(one));
    for (const call of calls) Array.isArray(call) ? hear(call[0], call[1]) : hear(call, true);
    return said.map(brief).join(' ');
  };
  const rows: [string, unknown[], string][] = [
    ['all purposes on file', [tc('tcloaded', '123456789')], 'granted'],
    ['none', [tc('tcloaded')], 'denied'],
    ...['1', '5', '6', '15', '16', '56', '123478'].map((digits): [string, unknown[], string] => [
      `only ${digits}`,
      [tc('tcloaded', digits)],
      'denied',
    ]),
    [
      'consents by another value than true',
      [{ ...tc('tcloaded'), purpose: { consents: { 1: 'false', 5: 1, 6: 1 } } }],
      'denied',
    ],
    ['no purposes at all', [{ eventStatus: 'tcloaded', gdprApplies: true }], 'denied'],
    ['the law does not apply', [tc('tcloaded', '', false)], 'assumed'],
    ['it does not know yet', [tc('tcloaded', '', undefined)], 'doubted'],
    ['it does not know yet, null', [tc('tcloaded', '', null)], 'doubted'],
    ['it does not know yet, all purposes', [tc('tcloaded', '156', undefined)], 'doubted'],
    ['it knows then: not', [tc('tcloaded', '', undefined), tc('tcloaded', '', false)], 'doubted assumed'],
    ['not, then it does', [tc('tcloaded', '', false), tc('cmpuishown')], 'assumed doubted'],
    ['the dialog is shown', [tc('cmpuishown')], 'doubted'],
    ['shown and answered', [tc('cmpuishown'), tc('useractioncomplete', '156')], 'doubted granted!'],
    ['shown and refused', [tc('cmpuishown'), tc('useractioncomplete', '1')], 'doubted denied!'],
    ['refused, though it does not know', [tc('useractioncomplete', '', undefined)], 'denied'],
    ['what a new listener is told of an earlier answer', [tc('useractioncomplete', '156')], 'granted'],
    [
      'an answer repeated',
      [tc('cmpuishown'), tc('useractioncomplete', '156'), tc('useractioncomplete', '156')],
      'doubted granted! granted',
    ],
    [
      'a refusal on file, then the dialog’s answer',
      [tc('tcloaded'), tc('useractioncomplete', '156')],
      'denied granted!',
    ],
    ['a refusal, then the file again', [tc('useractioncomplete'), tc('tcloaded', '156')], 'denied granted'],
    ['shown, closed, loaded', [tc('cmpuishown'), tc('tcloaded', '156')], 'doubted granted'],
    [
      'no success',
      [
        [tc('tcloaded'), false],
        [tc('useractioncomplete'), undefined],
      ],
      '',
    ],
    ['nothing', [null, undefined, 5, 'tcloaded', {}], 'doubted'],
    ['no status', [tc(undefined, '1')], 'denied'],
  ];
  it.each(rows)('%s', (_name, calls, words) => expect(told(...calls)).toBe(words));
});

describe('IAB GPP', () => {
  const told = (...calls: unknown[]) => {
    const said: Said[] = [];
    const hear = createGpp((one) => said.push(one));
    for (const call of calls) hear(call);
    return said.map(brief).join(' ');
  };
  const ready = (parsedSections: unknown, more = {}) => ({
    pingData: { signalStatus: 'ready', parsedSections, ...more },
  });
  const none = {
    SaleOptOut: 2,
    SharingOptOut: 2,
    TargetedAdvertisingOptOut: 2,
    SaleOptOutNotice: 1,
    Gpc: false,
  };
  const shown = { pingData: { signalStatus: 'not ready', cmpDisplayStatus: 'visible' } };
  const states = [
    'nat',
    'ca',
    'va',
    'co',
    'ct',
    'ut',
    'fl',
    'mt',
    'or',
    'tx',
    'de',
    'ia',
    'ne',
    'nh',
    'nj',
    'tn',
    'mn',
    'md',
    'ri',
    'in',
    'ky',
    'natv1',
  ];
  it.each(states)('us%s opts out', (state) => {
    for (const field of ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut']) {
      expect(told(ready({ [`us${state}`]: { ...none, [field]: 1 } })), field).toBe('denied');
      expect(told(ready({ [`us${state}`]: { ...none, [field]: 0 } })), field).toBe('');
    }
    expect(told(ready({ [`us${state}`]: [none, { SubsectionType: 1, Gpc: true }] }))).toBe('denied');
    expect(told(ready({ [`us${state}`]: { ...none, Gpc: true } }))).toBe('denied');
    expect(told(ready({ [`us${state}`]: none }))).toBe('');
  });
  // Prototype 1.6 gives lists a `toJSON` that answers text; others put a JSON of their own in the browser's place
  const libraries: [string, object, PropertyDescriptorMap][] = [
    ['lists a toJSON', Array.prototype, { toJSON: { value: () => '[]', configurable: true } }],
    ['objects a toJSON', Object.prototype, { toJSON: { value: () => '{}', configurable: true } }],
    ['the page a JSON without stringify', globalThis, { JSON: { value: {}, configurable: true } }],
  ];
  it.each(libraries)('an opt-out is heard where a library gives %s', (_name, owner, given) => {
    const before = Object.getOwnPropertyDescriptors(owner);
    Object.defineProperties(owner, given);
    let words: string;
    try {
      words = told(ready({ usca: [none, { Gpc: true }] }));
    } finally {
      for (const name of Object.keys(given)) {
        Reflect.deleteProperty(owner, name);
        const was = Object.getOwnPropertyDescriptor(before, name)?.value;
        if (was) Object.defineProperty(owner, name, was);
      }
    }
    expect(words).toBe('denied');
  });
  const rows: [string, unknown[], string][] = [
    ['a ping’s answer', [{ signalStatus: 'ready', parsedSections: { usca: { SaleOptOut: 1 } } }], 'denied'],
    ['an older one without a status', [{ parsedSections: { usca: { SharingOptOut: 1 } } }], 'denied'],
    ['one of two sections', [ready({ usnat: none, usca: { ...none, SharingOptOut: 1 } })], 'denied'],
    [
      'not ready',
      [{ pingData: { signalStatus: 'not ready', parsedSections: { usca: { SaleOptOut: 1 } } } }],
      '',
    ],
    [
      'sections of other places',
      [ready({ tcfeuv2: { SaleOptOut: 1 }, uspv1: { OptOutSale: 'Y' }, tcfcav1: { Gpc: true } })],
      '',
    ],
    [
      'other fields',
      [
        ready({
          usca: {
            SaleOptOutNotice: 1,
            SensitiveDataProcessing: [1, 1],
            PersonalDataConsents: 1,
            GpcSegmentType: 1,
          },
        }),
      ],
      '',
    ],
    [
      'nothing',
      [null, undefined, 0, true, {}, ready(null), ready([]), ready({ usca: null }), ready({ usca: 'BVQ' })],
      '',
    ],
    ['made on this page', [ready({ usca: none }), ready({ usca: { ...none, SaleOptOut: 1 } })], 'denied!'],
    ['made in the dialog', [shown, ready({ usca: { SaleOptOut: 1 } })], 'denied!'],
    ['repeated', [ready({ usca: { SaleOptOut: 1 } }), ready({ usca: { SaleOptOut: 1 } })], 'denied'],
    [
      'taken back in the dialog',
      [ready({ usca: { SaleOptOut: 1 } }), shown, ready({ usca: none })],
      'denied',
    ],
    ['gone without a dialog', [ready({ usca: { SaleOptOut: 1 } }), ready({ usca: none })], 'denied'],
  ];
  it.each(rows)('%s', (_name, calls, words) => expect(told(...calls)).toBe(words));
});

describe('Consent Mode', () => {
  const told = (commands: [string, Record<string, unknown>][], isTouched = true) => {
    const said: Said[] = [];
    const later: (() => void)[] = [];
    const hear = createConsentMode(
      (one) => said.push(one),
      () => isTouched,
      (fn) => later.push(fn),
    );
    for (const [command, states] of commands) hear(command, states);
    const soon = said.map(brief).join(' ');
    for (const fn of later) fn();
    return [soon, said.map(brief).join(' ')];
  };
  const to = (state: string, more = {}) => ({ personalization_storage: state, ...more });
  const both = (words: string): [string, string] => [words, words];
  const rows: [string, [string, Record<string, unknown>][], [string, string]][] = [
    ['denied by default', [['default', to('denied')]], both('doubted')],
    ['granted by default', [['default', to('granted')]], both('assumed')],
    [
      'denied in a region, then granted for all',
      [
        ['default', to('denied', { region: ['DE'] })],
        ['default', to('granted')],
      ],
      both('doubted'),
    ],
    [
      'granted for all, then denied in a region',
      [
        ['default', to('granted')],
        ['default', to('denied', { region: ['US-CA', 'FR'] })],
      ],
      both('assumed doubted'),
    ],
    ['granted in a region', [['default', to('granted', { region: ['US'] })]], both('')],
    [
      'another storage only',
      [
        ['default', { ad_storage: 'denied' }],
        ['update', { ad_storage: 'granted', analytics_storage: 'granted' }],
      ],
      both(''),
    ],
    [
      'odd values',
      [
        ['default', to('maybe')],
        ['update', to('')],
        ['set', to('granted')],
        ['update', { personalization_storage: true }],
      ],
      both(''),
    ],
    [
      'granted by default, waiting for an update',
      [['default', to('granted', { wait_for_update: 500 })]],
      ['', 'assumed'],
    ],
    [
      'waiting, and denied in a region meanwhile',
      [
        ['default', to('granted', { wait_for_update: 500 })],
        ['default', to('denied', { region: ['DE'] })],
      ],
      both('doubted'),
    ],
    [
      'an update',
      [
        ['default', to('denied')],
        ['update', to('granted')],
      ],
      both('doubted granted'),
    ],
    ['refused', [['update', to('denied')]], both('denied')],
    [
      'refused, and granted by the same tool',
      [
        ['update', to('denied')],
        ['update', to('granted')],
      ],
      both('denied granted!'),
    ],
    [
      'refused, and granted by another',
      [
        ['update', to('denied')],
        ['update', to('granted', { ad_storage: 'granted' })],
      ],
      both('denied granted'),
    ],
    [
      'another order of names',
      [
        ['update', { ad_storage: 'denied', ...to('denied') }],
        ['update', to('granted', { ad_storage: 'granted' })],
      ],
      both('denied granted'),
    ],
    [
      'granted twice',
      [
        ['update', to('granted')],
        ['update', to('granted')],
      ],
      both('granted granted'),
    ],
  ];
  it.each(rows)('%s', (_name, commands, words) => expect(told(commands)).toEqual(words));
  it('on a page that nobody has touched, no grant is an act', () => {
    expect(
      told(
        [
          ['update', to('denied')],
          ['update', to('granted')],
        ],
        false,
      ),
    ).toEqual(both('denied granted'));
  });
});
