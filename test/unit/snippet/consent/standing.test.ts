// The table of who may say what when: rows, and what holds whatever is said.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forget,
  hear,
  markOf,
  reread,
  type Said,
  type Source,
  type Standing,
  standingOf,
  type Word,
  type Words,
} from '../../../../snippet/consent/standing.ts';

const isOwn = true;
const after = (start: Words, ...said: Said[]) => said.reduce(hear, start);

describe('the table of words', () => {
  const rows: [name: string, words: Words, said: Said[], standing: Standing][] = [
    ['nobody has spoken', {}, [], 'waiting'],
    ['the owner assumes', { owner: 'assumed' }, [], 'implied'],
    ['the owner denies', { owner: 'denied' }, [], 'denied'],
    [
      'a tool doubts what the owner assumes',
      { owner: 'assumed' },
      [{ by: 'mode', word: 'doubted' }],
      'waiting',
    ],
    ['a tool assumes what another doubts', { mode: 'doubted' }, [{ by: 'tcf', word: 'assumed' }], 'waiting'],
    ['a tool knows better than before', { tcf: 'doubted' }, [{ by: 'tcf', word: 'assumed' }], 'implied'],
    ['a tool finds that the law applies', { tcf: 'assumed' }, [{ by: 'tcf', word: 'doubted' }], 'waiting'],
    ['a grant answers a doubt', { mode: 'doubted' }, [{ by: 'tcf', word: 'granted' }], 'granted'],
    [
      'a doubt says nothing against an answer',
      { tcf: 'granted' },
      [{ by: 'tcf', word: 'doubted' }],
      'granted',
    ],
    ['nor does an assumption end a denial', { tcf: 'denied' }, [{ by: 'tcf', word: 'assumed' }], 'denied'],
    [
      'a denial outweighs another tool’s grant',
      { mode: 'granted' },
      [{ by: 'tcf', word: 'denied' }],
      'denied',
    ],
    ['a repeated grant', { tcf: 'denied' }, [{ by: 'tcf', word: 'granted' }], 'denied'],
    ['an act', { tcf: 'denied' }, [{ by: 'tcf', word: 'granted', isAct: true }], 'granted'],
    ['another’s act', { tcf: 'denied' }, [{ by: 'mode', word: 'granted', isAct: true }], 'denied'],
    [
      'an act after an opt-out',
      { visitor: 'denied' },
      [{ by: 'tcf', word: 'granted', isAct: true }],
      'denied',
    ],
    [
      'the site after an opt-out',
      { visitor: 'denied' },
      [{ by: 'site', word: 'granted', isAct: true }],
      'denied',
    ],
    [
      'the mirror after an opt-out',
      { visitor: 'denied' },
      [{ by: 'visitor', word: 'granted', isAct: true }],
      'granted',
    ],
    [
      'the mirror after a tool',
      { tcf: 'denied', mode: 'denied', file: 'denied' },
      [{ by: 'visitor', word: 'granted', isAct: true }],
      'granted',
    ],
    [
      'an act ends one of two denials',
      { tcf: 'denied', mode: 'denied' },
      [{ by: 'tcf', word: 'granted', isAct: true }],
      'denied',
    ],
    [
      'and the other',
      { tcf: 'denied', mode: 'denied' },
      [
        { by: 'tcf', word: 'granted', isAct: true },
        { by: 'mode', word: 'granted', isAct: true },
      ],
      'granted',
    ],
    [
      'a denial on file, repeated grants',
      { file: 'denied' },
      [
        { by: 'tcf', word: 'granted' },
        { by: 'mode', word: 'granted' },
        { by: 'event', word: 'granted' },
        { by: 'site', word: 'granted' },
      ],
      'denied',
    ],
    [
      'a denial on file, an act',
      { file: 'denied' },
      [{ by: 'tcf', word: 'granted', isAct: true }],
      'granted',
    ],
    [
      'the visitor’s own on file, acts of all tools',
      { own: 'denied' },
      [
        { by: 'tcf', word: 'granted', isAct: true },
        { by: 'mode', word: 'granted', isAct: true },
        { by: 'event', word: 'granted', isAct: true },
      ],
      'denied',
    ],
    [
      'the visitor’s own on file, an act on this site',
      { own: 'denied' },
      [{ by: 'site', word: 'granted', isAct: true }],
      'granted',
    ],
    [
      'the visitor’s own on file, the mirror',
      { own: 'denied', tcf: 'denied' },
      [{ by: 'visitor', word: 'granted', isAct: true }],
      'granted',
    ],
    ['GPC', { gpc: 'denied', owner: 'assumed' }, [{ by: 'tcf', word: 'granted', isAct: true }], 'denied'],
    [
      'GPC and the site’s grant',
      { gpc: 'denied' },
      [{ by: 'site', word: 'granted', isAct: true }],
      'granted',
    ],
    ['GPC and somebody’s grant on file', { gpc: 'denied', file: 'granted' }, [], 'denied'],
    ['GPC and the visitor’s own grant on file', { gpc: 'denied', own: 'granted' }, [], 'granted'],
    [
      'GPC and the visitor’s own grant on file, denied by a tool',
      { gpc: 'denied', own: 'granted' },
      [{ by: 'tcf', word: 'denied' }],
      'denied',
    ],
    ['an own grant on file where nothing is asked', { own: 'granted' }, [], 'granted'],
    [
      'a US opt-out on a page with a tool’s grant',
      { file: 'granted' },
      [{ by: 'gpp', word: 'denied' }],
      'denied',
    ],
    [
      'a US opt-out made after an own grant on file',
      { own: 'granted' },
      [{ by: 'gpp', word: 'denied', isAct: true }],
      'denied',
    ],
    [
      'a US opt-out made after a grant',
      { site: 'granted' },
      [{ by: 'gpp', word: 'denied', isAct: true }],
      'denied',
    ],
    ['a US opt-out on file after a grant', { site: 'granted' }, [{ by: 'gpp', word: 'denied' }], 'granted'],
  ];
  it.each(rows)('%s', (_name, words, said, standing) => {
    expect(standingOf(after(words, ...said), true)).toBe(standing);
  });

  it('signals count only where they are honoured, and are never written down', () => {
    expect(standingOf({ gpc: 'denied', owner: 'assumed' }, false)).toBe('implied');
    expect(markOf({ gpc: 'denied', gpp: 'denied', owner: 'denied' })).toBe(undefined);
    for (const by of ['file', 'event', 'mode', 'tcf'] as const)
      expect(markOf({ [by]: 'denied' }), by).toEqual({ consent: 'denied', isOwn: false });
    for (const by of ['own', 'site', 'visitor'] as const) {
      expect(markOf({ [by]: 'denied' }), by).toEqual({ consent: 'denied', isOwn: true });
      expect(markOf({ tcf: 'denied', [by]: 'denied' }), by).toEqual({ consent: 'denied', isOwn: true });
      expect(markOf({ tcf: 'denied', [by]: 'granted' }), by).toEqual({ consent: 'denied', isOwn: false });
    }
  });

  it('another tab that wrote has taken back what was denied; an empty file proves nothing', () => {
    const words: Words = { visitor: 'denied', tcf: 'denied', gpc: 'denied', owner: 'denied' };
    expect(reread(words, { consent: 'granted' })).toEqual({
      gpc: 'denied',
      owner: 'denied',
      file: 'granted',
    });
    expect(reread(words, { consent: 'implied' })).toEqual({ gpc: 'denied', owner: 'denied' });
    expect(reread(words, {})).toEqual(words);
    expect(reread({ file: 'denied', own: 'denied' }, {})).toEqual({ file: 'denied', own: 'denied' });
    expect(reread({ file: 'granted', tcf: 'granted' }, {})).toEqual({ tcf: 'granted' });
    expect(reread({ file: 'granted' }, { consent: 'denied' })).toEqual({ file: 'denied' });
    expect(reread({ tcf: 'denied' }, { consent: 'granted', isOwn })).toEqual({ own: 'granted' });
    expect(reread({ own: 'granted', tcf: 'granted' }, {})).toEqual({ tcf: 'granted' });
    expect(reread({ own: 'granted' }, { consent: 'denied' })).toEqual({ file: 'denied' });
    expect(reread({ file: 'denied', tcf: 'denied' }, { consent: 'denied', isOwn })).toEqual({
      own: 'denied',
      tcf: 'denied',
    });
    expect(reread({ own: 'denied', mode: 'granted' }, { consent: 'denied' })).toEqual({
      file: 'denied',
      mode: 'granted',
    });
  });

  it('to forget leaves the tools’ words, to opt in ends their denials', () => {
    const words: Words = {
      owner: 'assumed',
      file: 'granted',
      own: 'granted',
      site: 'granted',
      event: 'denied',
      tcf: 'denied',
      mode: 'granted',
      gpc: 'denied',
    };
    expect(forget(words)).toEqual({ owner: 'assumed', tcf: 'denied', mode: 'granted', gpc: 'denied' });
    expect(forget(words, true)).toEqual({ owner: 'assumed', mode: 'granted', gpc: 'denied' });
  });
});

describe('whatever is said', () => {
  const tools: Source[] = ['gpp', 'event', 'mode', 'tcf'];
  const sources: Source[] = ['site', 'visitor', ...tools];
  const words: Word[] = ['denied', 'granted', 'doubted', 'assumed'];
  /** A signal is there or not; it grants nothing. */
  const isSaid = ({ by, word }: Said) => by !== 'gpp' || word === 'denied';
  const saying = (by: Source[], isAct: fc.Arbitrary<boolean> = fc.boolean()) =>
    fc.array(
      fc.record<Said>({ by: fc.constantFrom(...by), word: fc.constantFrom(...words), isAct }).filter(isSaid),
      { maxLength: 12 },
    );
  const milder: Standing[] = ['denied', 'waiting', 'implied', 'granted'];
  const begin = fc.constantFrom<Words>(
    {},
    { owner: 'assumed' },
    { gpc: 'denied' },
    { file: 'granted' },
    { own: 'granted' },
    { file: 'denied' },
    { own: 'denied' },
  );
  const run = { numRuns: 2000 };

  it('no tool ends a visitor’s opt-out, act or not', () => {
    fc.assert(
      fc.property(begin, saying(sources), saying([...tools, 'site']), (start, before, then) => {
        const words = after(start, ...before, { by: 'visitor', word: 'denied' }, ...then);
        expect(standingOf(words, true)).toBe('denied');
      }),
      run,
    );
  });

  it('no tool ends one that an earlier page has left, act or not', () => {
    fc.assert(
      fc.property(begin, saying(tools), (start, then) => {
        const words = after(reread(start, { consent: 'denied', isOwn }), ...then);
        expect([standingOf(words, true), markOf(words)?.isOwn]).toEqual(['denied', true]);
      }),
      run,
    );
  });

  it('a denial on file, or by anybody, outlives every repetition', () => {
    fc.assert(
      fc.property(
        begin,
        fc.constantFrom<Source>('file', 'own', ...sources.filter((one) => one !== 'gpp')),
        saying(sources, fc.constant(false)),
        (start, by, then) => {
          const words = after({ ...start, [by]: 'denied' }, ...then);
          expect(standingOf(words, true)).toBe('denied');
        },
      ),
      run,
    );
  });

  it('a denial is obeyed at once, whatever was granted before', () => {
    fc.assert(
      fc.property(
        begin,
        saying(sources),
        fc.constantFrom<Source>('site', 'visitor', 'event', 'mode', 'tcf'),
        (start, before, by) => {
          const words = after(start, ...before, { by, word: 'denied' });
          expect([standingOf(words, true), standingOf(words, false), !!markOf(words)]).toEqual([
            'denied',
            'denied',
            true,
          ]);
        },
      ),
      run,
    );
  });

  it('the order of sources makes nothing milder: one word each, any order, one standing', () => {
    const one = fc.uniqueArray(
      fc
        .record<Said>({
          by: fc.constantFrom(...sources),
          word: fc.constantFrom<Word>('denied', 'granted', 'doubted', 'assumed'),
        })
        .filter(isSaid),
      { selector: ({ by }) => by },
    );
    fc.assert(
      fc.property(
        begin,
        one.chain((said) =>
          fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
        ),
        (start, [said, other]) => {
          expect(standingOf(after(start, ...said), true)).toBe(standingOf(after(start, ...other), true));
        },
      ),
      run,
    );
  });

  it('to hear more denials and doubts, or to honour signals, is never milder', () => {
    fc.assert(
      fc.property(
        begin,
        saying(sources),
        fc.constantFrom(...sources),
        fc.constantFrom<Word>('denied', 'doubted'),
        (start, said, by, word) => {
          const words = after(start, ...said);
          const rank = (these: Words, isHonoured = true) => milder.indexOf(standingOf(these, isHonoured));
          if (isSaid({ by, word })) expect(rank(hear(words, { by, word }))).toBeLessThanOrEqual(rank(words));
          expect(rank(words)).toBeLessThanOrEqual(rank(words, false));
        },
      ),
      run,
    );
  });
});
