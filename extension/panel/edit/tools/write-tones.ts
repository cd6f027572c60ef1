// A text in three tones, by the browser's own language model where it has one: asked for, never by itself, and nothing
// leaves the machine. https://developer.mozilla.org/en-US/docs/Web/API/Prompt_API

import * as z from 'zod/mini';
import { t } from '../../../../shared/words/t.ts';

export const TONES = ['plain', 'warm', 'bold'] as const;
export type Tone = (typeof TONES)[number];

interface Writer {
  prompt(text: string, options: { responseConstraint: object; signal: AbortSignal }): Promise<string>;
  destroy(): void;
}
type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';
interface LanguageModel {
  availability(options: object): Promise<Availability>;
  create(
    options: ReturnType<typeof optionsFor> & {
      initialPrompts: { role: 'system'; content: string }[];
      signal: AbortSignal;
      monitor(model: EventTarget): void;
    },
  ): Promise<Writer>;
}
declare global {
  var LanguageModel: LanguageModel | undefined;
}

const Answer = z.object({ plain: z.string(), warm: z.string(), bold: z.string() });
const SHAPE = {
  type: 'object',
  properties: Object.fromEntries(TONES.map((tone) => [tone, { type: 'string' }])),
  required: TONES,
  additionalProperties: false,
};
const TASK = `You write short texts of web pages anew: headlines, buttons, sentences.
Write the text that you are given in three tones: "plain" (fewer and simpler words), "warm" (friendly, to a guest), "bold" (confident, with energy).
Stay in the language of the text and near its length. Say nothing that it does not say: no new offers, numbers, names or promises.
Leave whatever stands in {{double braces}} exactly as it is. No quotation marks around a text, no markup.`;

/** @param language primary subtag of the page's; the model must know it */
const optionsFor = (language: string) => {
  const languages = [...new Set(['en', language.split('-')[0]?.toLowerCase() || 'en'])];
  return {
    expectedInputs: [{ type: 'text', languages }],
    expectedOutputs: [{ type: 'text', languages: languages.slice(-1) }],
  };
};

/** Whether there is a model for texts in this language, and what it takes to have it. Asks for nothing to be fetched. */
export async function findModel(language: string): Promise<'none' | 'here' | 'to fetch'> {
  try {
    const answer = (await globalThis.LanguageModel?.availability(optionsFor(language))) ?? 'unavailable';
    return answer === 'available' ? 'here' : answer === 'unavailable' ? 'none' : 'to fetch';
  } catch {
    // it does not know such a language, or no page may ask here
    return 'none';
  }
}

const tokensOf = (text: string): string => (text.match(/\{\{.*?\}\}/g) ?? []).sort().join(' ');

/**
 * @param told how much of the model is fetched, 0 to 1
 * @returns those tones that say something else and have all tokens of the text, and no other
 * @throws what the browser says, or that it answered with something else; an AbortError when it is stopped
 */
export async function writeTones(
  text: string,
  language: string,
  { signal, told }: { signal: AbortSignal; told(part: number): void },
): Promise<{ tone: Tone; text: string }[]> {
  const model = globalThis.LanguageModel;
  if (!model) throw new Error(t`this browser has no language model`);
  const writer = await model.create({
    ...optionsFor(language),
    initialPrompts: [{ role: 'system', content: TASK }],
    signal,
    monitor: (fetched: EventTarget) =>
      fetched.addEventListener('downloadprogress', (event) => {
        if ('loaded' in event && typeof event.loaded === 'number') told(event.loaded);
      }),
  });
  try {
    const said = await writer.prompt(text, { responseConstraint: SHAPE, signal });
    const answer = Answer.safeParse(parse(said));
    if (!answer.success) throw new Error(t`the browser’s model answered with something else`);
    return TONES.map((tone) => ({ tone, text: answer.data[tone].trim() })).filter(
      (one) => one.text && one.text !== text.trim() && tokensOf(one.text) === tokensOf(text),
    );
  } finally {
    writer.destroy();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
