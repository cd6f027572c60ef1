// A colleague's draft, from a link in the page's address or from a file: opened by a click, on its own site only, and
// shown before anything of it is taken. The author's own draft is kept as a version when they take it.

import { computed, effect, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { readAside } from '../../reader/read-aside.ts';
import type { Handed, ReadHanded } from '../../reader/read-handed.ts';
import { messageOf } from '../../wire/message-of.ts';
import { sayProblem } from '../kit/say-problem.ts';
import { whenOver } from '../kit/when-over.ts';
import { openConfigFile } from '../site/open-config-file.ts';
import { type Page, page } from '../site/page.ts';
import { type Desk, desk } from './desk.ts';
import { type Draft, MOST_VERSIONS, nameVersion } from './draft.ts';
import { findDraftPart, readDraftPart } from './draft-link.ts';
import type { Steps } from './edits.ts';
import { giveNames } from './give-names.ts';
import { isSame } from './is-same.ts';
import { writeConfig } from './write-config.ts';

export type Opened = { kind: 'ok'; handed: Handed } | { kind: 'refused'; why: string };

/** How many problems say enough. */
const MOST = 3;

/** Whose it is, in words: what it says of itself, which anybody can write. */
export const sayWhose = ({ by }: Pick<Handed, 'by'>): string =>
  by ? t`${by}’s draft` : t`a colleague’s draft`;

/** @param at the origin of the site in front */
export function judgeHanded(read: ReadHanded, at: string): Opened {
  if (read.kind === 'bad') {
    const problems = read.problems.slice(0, MOST).map(sayProblem);
    return { kind: 'refused', why: [read.why, ...problems].join(' ') };
  }
  const { handed } = read;
  if (handed.origin !== at)
    return {
      kind: 'refused',
      why: t`This draft is for ${new URL(handed.origin).host}, not for this site. Open it there.`,
    };
  return { kind: 'ok', handed };
}

/**
 * As one step that can be undone, with what was there before kept as a version, and theirs among them: as many as there is
 * room for, and none of a later date than today, so that none takes the place of an own one.
 */
export function takeHanded(
  draft: Draft,
  { versions, ...handed }: Handed,
  now: number,
  { replaceConfig }: Pick<Steps, 'replaceConfig'>,
): Draft {
  const whose = sayWhose(handed);
  const kept = nameVersion(draft, t`Mine, before ${whose}`, now);
  const theirs = versions
    .filter((one) => !kept.versions.some((mine) => isSame(mine, one)))
    .slice(0, MOST_VERSIONS - kept.versions.length)
    .map((one) => ({ ...one, at: Math.min(one.at, now) }));
  const all = [...kept.versions, ...theirs].sort((a, b) => b.at - a.at);
  return replaceConfig({ ...kept, versions: all }, t`Took ${whose}`, ownOf(handed.config, draft), now);
}

/** Which revision is next hangs on what is live, not on who hands over. */
const ownOf = (config: Config, { config: own }: Pick<Draft, 'config'>): Config => ({
  ...giveNames(config),
  revision: own.revision,
});

export function createHanded(
  { look }: Pick<Page, 'look'>,
  {
    origin,
    changeDraft,
    beginDraft,
    draft,
    goToPlace,
  }: Pick<Desk, 'origin' | 'changeDraft' | 'beginDraft' | 'draft' | 'goToPlace'>,
) {
  const opened = signal<Opened | undefined>(undefined);
  /** the part of the address that the author has done with */
  const closed = signal<string | undefined>(undefined);
  const found = computed(() => look.value && findDraftPart(look.value.url));
  /** A link that waits for a click. */
  const waiting = computed(() => (found.value === closed.value || opened.value ? undefined : found.value));

  /** Never throws. */
  async function open(read: () => string | Promise<string>): Promise<void> {
    const at = origin.value;
    if (at === undefined) return;
    const judged = await Promise.resolve()
      .then(read)
      .then((text) => readAside('handed', text))
      .then(
        (answer) => judgeHanded(answer, at),
        (error): Opened => ({ kind: 'refused', why: messageOf(error) }),
      );
    if (origin.value === at) opened.value = judged;
  }
  async function openLink(): Promise<void> {
    const part = found.value;
    if (part !== undefined) await open(() => readDraftPart(part));
  }
  const openHandedFile = (text: string): Promise<void> => open(() => text);

  function close(): void {
    opened.value = undefined;
    closed.value = found.value;
  }
  /** On the page, beside what the author has: nothing is taken. */
  const lookAtIt = ({ config, ...handed }: Handed): Promise<void> =>
    openConfigFile(sayWhose(handed), writeConfig(config));

  async function take(handed: Handed): Promise<void> {
    const at = origin.value;
    if (draft.value) await changeDraft((before, now, steps) => takeHanded(before, handed, now, steps));
    else {
      await beginDraft(giveNames(handed.config));
      await changeDraft((before) => ({ ...before, versions: handed.versions }), at);
    }
    // who is on another site by now has nothing open there
    if (origin.value !== at) return;
    close();
    goToPlace({ kind: 'home' });
  }

  /** It is about one site. */
  const forget = () => {
    if (origin.value !== undefined) opened.value = closed.value = undefined;
  };
  return {
    opened,
    waiting,
    openLink,
    openHandedFile,
    close,
    lookAtIt,
    take,
    start: (signal: AbortSignal) => whenOver(signal, effect(forget)),
  };
}

/** The panel's own; `main` starts it. */
export const handedHere = createHanded(page, desk);
export const { opened, waiting, openLink, openHandedFile, close, lookAtIt, take } = handedHere;
