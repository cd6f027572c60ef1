// What is learned for the site in front, for the views of this room, and how it gets into the draft.

import { computed, effect } from '@preact/signals';
import type { LearnedConfig } from '../../../shared/learn/learn.ts';
import { hasLearned, pickLearned, putLearned } from '../../../shared/learn/put-learned.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { readAside } from '../../reader/read-aside.ts';
import { extensionUrl } from '../../wire/browser.ts';
import { beginDraft, config, draft, edit, origin, trouble } from '../draft/desk.ts';
import { emptyConfig } from '../draft/draft.ts';
import { keepItems } from '../draft/items-kept.ts';
import { makeGoal } from '../draft/make-goal.ts';
import { untaught } from '../draft/untaught.ts';
import { sayError } from '../kit/say-error.ts';
import { sayProblem } from '../kit/say-problem.ts';
import { whenOver } from '../kit/when-over.ts';
import { pageConfig } from '../site/page.ts';
import { findAbsent, withoutParts } from './absent.ts';
import { createLearning, type Known } from './learning.ts';

/** What visitors get now, where a draft can begin with it. */
const live = computed(() => {
  const found = pageConfig.value;
  return found.kind === 'ok' && found.newer === undefined ? found.config : undefined;
});

/** The draft, or what is live where there is none. */
export const base = computed(() => config.value ?? live.value);

/** Held against the goals of the config that it goes into: a model is of one of them. */
async function judge(learned: LearnedConfig): Promise<string | undefined> {
  const goals = base.value?.goals;
  const empty = { ...emptyConfig('site.example'), ...(goals && { goals }) };
  try {
    const { problems } = await readAside('draft', JSON.stringify(putLearned(empty, learned)));
    const wrong = problems.filter(({ severity }) => severity === 'error');
    return wrong.length > 0 ? wrong.slice(0, 3).map(sayProblem).join(' ') : undefined;
  } catch (error) {
    return sayError(error);
  }
}

/** The panel's own; the view starts it. */
export const learning = createLearning({
  origin,
  config: base,
  startWorker: () => new Worker(extensionUrl('learner.js')),
  judge,
});

function tellUntaught(): void {
  const knowledge = learning.known.value?.knowledge;
  // what nothing was read for may be learned of another file
  const { personas, value, intent } = knowledge ? withoutParts(knowledge, findAbsent(knowledge)).parts : {};
  untaught.value = [
    ...(personas?.status === 'refused' ? ['personas'] : []),
    ...(value?.status === 'refused' ? ['value', 'spend'] : []),
    ...(intent?.status === 'refused' ? ['models'] : []),
  ];
}

/** @param over when the view is left; what was learned, and what was not, stays known */
export function startLearning(over: AbortSignal): void {
  learning.start(over);
  whenOver(over, effect(tellUntaught));
}

/** Keeps the file that lies beside the tag, for Publish. @returns whether it could */
async function keepFile(
  at: string | undefined,
  { items }: LearnedConfig,
  files: Known['files'],
): Promise<boolean> {
  const file = files.find(({ name }) => name === items?.file);
  if (!file || at === undefined) return true;
  try {
    await keepItems(at, file);
    return true;
  } catch (error) {
    trouble.value = t`${file.name} could not be kept (${sayError(error)}), so nothing was taken over.`;
    return false;
  }
}

async function needDraft(): Promise<void> {
  if (!draft.value) await beginDraft(live.value ? 'live' : 'nothing');
}

/** As one step of the draft; where there is none, one begins. @param what in words @param fields of what was learned */
export async function takeOver(
  what: string,
  learned: LearnedConfig,
  fields?: readonly (keyof LearnedConfig)[],
): Promise<void> {
  const at = origin.value;
  const files = learning.known.value?.files ?? [];
  await needDraft();
  if (!(await keepFile(at, pickLearned(learned, fields), files))) return;
  const put = (next: Config) => void Object.assign(next, putLearned(next, learned, fields));
  await edit(what, put, false, at);
}

/** Lets browsers remember so many days, as one step of the draft; where there is none, one begins. */
export async function rememberFor(days: number): Promise<void> {
  const at = origin.value;
  await needDraft();
  const change = (next: Config): void => {
    next.privacy = { ...next.privacy, retention: `${days}d` };
  };
  await edit(t`How long browsers remember`, change, false, at);
}

/** A goal that is reached by buying, as one step of the draft; where there is none, one begins. */
export async function makePurchaseGoal(): Promise<void> {
  const at = origin.value;
  await needDraft();
  await edit(t`New goal`, (next) => void makeGoal(next, { kind: 'purchase' }), false, at);
}

/** Whether the draft has these fields so already, whatever an author calls what is in them. */
export const isTaken = (learned: LearnedConfig, fields: readonly (keyof LearnedConfig)[]): boolean =>
  config.value !== undefined && hasLearned(config.value, learned, fields);
