// A text in three tones, by a language model with the documented interface of the browser's.

import { afterEach, expect, test, vi } from 'vitest';
import { findModel, writeTones } from '../../../../../extension/panel/edit/tools/write-tones.ts';

afterEach(() => vi.unstubAllGlobals());

const seen = {
  options: {} as Record<string, unknown>,
  prompts: [] as string[],
  destroyed: 0,
  told: [] as number[],
};

function provide(
  availability: string | Error,
  answer: (text: string) => string | Promise<string> = () => '{}',
) {
  Object.assign(seen, { options: {}, prompts: [], destroyed: 0, told: [] });
  vi.stubGlobal('LanguageModel', {
    async availability(options: Record<string, unknown>) {
      seen.options = options;
      if (availability instanceof Error) throw availability;
      return availability;
    },
    async create({ monitor, signal }: { monitor(model: EventTarget): void; signal: AbortSignal }) {
      signal.throwIfAborted();
      const fetched = new EventTarget();
      monitor(fetched);
      for (const loaded of [0, 0.5, 1])
        fetched.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
      return {
        prompt: async (text: string) => {
          seen.prompts.push(text);
          return await answer(text);
        },
        destroy: () => seen.destroyed++,
      };
    },
  });
}

const write = (text: string, signal = new AbortController().signal) =>
  writeTones(text, 'de-AT', { signal, told: (part) => seen.told.push(part) });
const say = (plain: string, warm: string, bold: string) => JSON.stringify({ plain, warm, bold });

test.each([
  ['available', 'here'],
  ['downloadable', 'to fetch'],
  ['downloading', 'to fetch'],
  ['unavailable', 'none'],
  [new Error('NotSupportedError'), 'none'],
] as const)('a model that is %s', async (availability, found) => {
  provide(availability);
  expect(await findModel('de-AT')).toBe(found);
  expect(seen.options).toEqual({
    expectedInputs: [{ type: 'text', languages: ['en', 'de'] }],
    expectedOutputs: [{ type: 'text', languages: ['de'] }],
  });
});

test('a browser without any has none', async () => {
  expect(await findModel('en')).toBe('none');
  await expect(write('Hi')).rejects.toThrow('no language model');
});

test('a page that says no language is taken for English', async () => {
  provide('available');
  await findModel('');
  expect(seen.options).toEqual({
    expectedInputs: [{ type: 'text', languages: ['en'] }],
    expectedOutputs: [{ type: 'text', languages: ['en'] }],
  });
});

test('three tones are written of the text alone; what is fetched is told, and the writer is let go', async () => {
  provide('downloadable', () => say(' Zelte ', 'Schön, dass Sie da sind', 'Raus!'));
  expect(await write('Unsere Zelte')).toEqual([
    { tone: 'plain', text: 'Zelte' },
    { tone: 'warm', text: 'Schön, dass Sie da sind' },
    { tone: 'bold', text: 'Raus!' },
  ]);
  expect(seen.prompts).toEqual(['Unsere Zelte']);
  expect(seen.told).toEqual([0, 0.5, 1]);
  expect(seen.destroyed).toBe(1);
});

test('what says the same, loses a token or makes one up is left out', async () => {
  provide('available', () =>
    say('Hi {{trait.name|there}}', 'Welcome', 'Go, {{trait.name|there}} {{trait.x}}!'),
  );
  expect(await write('Hi {{trait.name|there}}')).toEqual([]);
  provide('available', () => say('Hi {{trait.name|you}}', 'So glad, {{trait.name|there}}', ''));
  expect(await write('Hi {{trait.name|there}}')).toEqual([
    { tone: 'warm', text: 'So glad, {{trait.name|there}}' },
  ]);
});

test.each(['', 'Sure! Here are three:', '[]', '{"plain":"a"}', '{"plain":1,"warm":"b","bold":"c"}'])(
  'an answer of another shape is refused: %s',
  async (answer) => {
    provide('available', () => answer);
    await expect(write('Hi')).rejects.toThrow('something else');
    expect(seen.destroyed).toBe(1);
  },
);

test('a model that fails, or is stopped, leaves nothing open', async () => {
  provide('available', () => Promise.reject(new Error('The model crashed.')));
  await expect(write('Hi')).rejects.toThrow('The model crashed.');
  expect(seen.destroyed).toBe(1);
  await expect(write('Hi', AbortSignal.abort())).rejects.toThrow();
  expect(seen.prompts).toEqual(['Hi']);
});
