// Everything the panel may ask of the stage in a page. What is told without being asked is in news.ts.
//
// One map, typed at both ends and checked where it arrives: the stage refuses whatever is not one of these calls
// from one of our own pages; the panel checks the answers too, because a page's process could be taken over.
// Privileged acts (permissions, tabs, captures) are in no call: only extension pages do those.

import * as z from 'zod/mini';
import { t } from '../../shared/words/t.ts';
import { isOwnPage, listen, sendToTab, type Undo } from './browser.ts';
import { EditOrder, EditState } from './edit-shapes.ts';
import { GoalOrder, GoalState } from './goal-shapes.ts';
import { ListAnswer, ListAsked } from './list-shapes.ts';
import { messageOf } from './message-of.ts';
import { As } from './preview-state.ts';
import { Finding, Look, Memory, Shift, Shot, Status } from './stage-shapes.ts';
import { Survey } from './survey-shapes.ts';
import { within } from './within.ts';

const text = z.string();
const nothing = z.object({});
const done = z.object({ done: z.literal(true) });

const call = <I extends z.ZodMiniType, O extends z.ZodMiniType>(input: I, output: O) => ({ input, output });

export const calls = {
  look: call(nothing, Look),
  /** the text of the script or config that a tag of `look` names */
  readTag: call(z.object({ index: z.number(), what: z.enum(['script', 'config']) }), z.object({ text })),
  /** the texts of all scripts of this site on the page, for a tag under another name */
  readScripts: call(nothing, z.object({ scripts: z.array(z.object({ src: text, text })) })),
  /** the text of the file that a tag's config is in; `src` is the tag's own, none where it stands in the page itself */
  readLater: call(
    z.object({ src: z.optional(text), name: text.check(z.regex(/^selvedge-later\.js\?[0-9a-z]{1,16}$/)) }),
    z.object({ text }),
  ),
  readMemory: call(nothing, Memory),
  /** which items lists show this browser on this page, by the file that the config names */
  readLists: call(
    z.object({ file: text, lists: z.array(ListAsked) }),
    z.object({ answers: z.array(ListAnswer) }),
  ),
  /** erases what is remembered; `deny` leaves the refusal, as the visitor's own opt-out does */
  erase: call(z.object({ deny: z.boolean() }), done),
  preview: call(z.object({ token: text }), Status),
  endPreview: call(nothing, Status),
  status: call(nothing, Status),
  peek: call(z.object({ on: z.boolean() }), Status),
  fire: call(z.object({ experience: text }), Status),
  /** runs the checks over every variant of this page */
  check: call(
    nothing,
    z.object({ findings: z.array(Finding), shifts: z.array(Shift), variants: z.number() }),
  ),
  /** lays the page out at this width, over itself, as one visitor gets it */
  layOut: call(z.object({ as: As, width: z.number() }), z.object({ shot: Shot, ratio: z.number() })),
  /** takes the contact sheet's frames away */
  clear: call(nothing, done),
  /** editing on the page: pick, step, point, find */
  edit: call(EditOrder, EditState),
  /** picking what should be clicked or sent more often */
  goal: call(GoalOrder, GoalState),
  /** what the page has that a playbook can use */
  survey: call(nothing, Survey),
};
export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = z.infer<Calls[N]['input']>;
export type Output<N extends CallName> = z.infer<Calls[N]['output']>;

/** The same map for a name that is a type parameter: what belongs together stays together. */
const shapes: { [N in CallName]: { input: z.ZodMiniType<Input<N>>; output: z.ZodMiniType<Output<N>> } } =
  calls;

const Envelope = z.object({ to: z.literal('stage'), call: text, input: z.unknown() });
const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), message: text }),
]);

/** How long the page may take for what the panel waits for before it shows anything, ms; the rest takes its time. */
const PATIENCE_MS: { [N in CallName]?: number } = {
  look: 10_000,
  readTag: 15_000,
  readScripts: 15_000,
  readMemory: 10_000,
};

/** @throws Error with the stage's words, or when nobody answers there, or not in time */
export async function callStage<N extends CallName>(
  tabId: number,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const raw = await within(PATIENCE_MS[name], sendToTab(tabId, { to: 'stage', call: name, input }));
  const answer = Answer.safeParse(raw);
  if (!answer.success) throw new Error(t`the page did not answer`);
  if (!answer.data.ok) throw new Error(answer.data.message);
  return shapes[name].output.parse(answer.data.value);
}

export type Handlers = { [N in CallName]: (input: Input<N>) => Output<N> | Promise<Output<N>> };

const isCall = (name: string): name is CallName => Object.hasOwn(calls, name);

const answer = async <N extends CallName>(handlers: Handlers, name: N, input: unknown): Promise<Output<N>> =>
  await handlers[name](shapes[name].input.parse(input));

/** In the stage: answers calls from our own pages, and only those. */
export function answerCalls(handlers: Handlers): Undo {
  return listen((message, sender) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success || !isOwnPage(sender)) return undefined;
    const { call: name, input } = envelope.data;
    return (async () => {
      try {
        if (!isCall(name)) throw new Error(t`there is no call "${name}"`);
        return { ok: true, value: await answer(handlers, name, input) };
      } catch (error) {
        return { ok: false, message: messageOf(error) };
      }
    })();
  });
}
