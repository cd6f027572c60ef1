// Publishes the draft of the site in front: to a file, or by PUT to the address and with the token the author gave.

import { signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { extensionUrl, requestSite } from '../../lib/browser.ts';
import { type Draft, emptyConfig, nameVersion, replaceConfig } from '../../lib/draft/draft.ts';
import { importConfig } from '../../lib/draft/import-config.ts';
import { type Conflict, mergeConfigs } from '../../lib/draft/merge.ts';
import {
  destinationOf,
  keepToken,
  type SavedDestination,
  writeAuthorization,
} from '../../lib/publish/destination.ts';
import type { Outcome } from '../../lib/publish/outcome.ts';
import { type Format, type Prepared, prepare } from '../../lib/publish/prepare.ts';
import { putFile } from '../../lib/publish/put.ts';
import { isSameToPages, restoreConfig } from '../../lib/publish/restore.ts';
import { saveFile } from '../model/save-file.ts';
import { changeDraft, draft, giveNames, origin, publishable } from './desk.ts';

export const outcome = signal<Outcome | undefined>(undefined);
export const isPublishing = signal(false);
export const conflicts = signal<Conflict[]>([]);

const readTag = async (): Promise<string> => await (await fetch(extensionUrl('tag.txt'))).text();

/** The draft as the next revision. @throws Error when the tag is not in this build */
export async function makeParcel(format: Format): Promise<Prepared | undefined> {
  const now = publishable.value;
  if (!now) return undefined;
  const base = draft.value?.base;
  const next: Config = { ...now, revision: base ? base.revision + 1 : now.revision };
  return prepare(next, format, format === 'js' ? await readTag() : '');
}

/** What is published now is what later drafts are compared with. */
const settle = (config: Config): Promise<void> =>
  changeDraft((before, now) => {
    const { isTrimmed: _isTrimmed, ...rest } = nameVersion(
      { ...before, config: { ...before.config, revision: config.revision } },
      `Published, revision ${config.revision}`,
      now,
    );
    return { ...rest, base: config };
  });

export async function publishToFile(format: Format): Promise<void> {
  const prepared = await makeParcel(format);
  if (prepared?.kind !== 'fit') return;
  const { name, type, text } = prepared.parcel;
  saveFile(name, new Blob([text], { type }));
}

/** Whether what lies at the address is what this draft began with. */
function isExpected(text: string, current: Draft, known: string | undefined): boolean {
  if (text === known) return true;
  const read = importConfig(text);
  // a tag without a config, or something else: nobody's work is lost only if it is the bare tag
  if (read.kind === 'bad') return text.includes('__SELVEDGE_CONFIG__');
  return current.base !== undefined && isSameToPages(read.config, current.base);
}

export interface Order {
  url: string;
  format: Format;
  scheme: 'bearer' | 'basic';
  token: string;
  keep: 'open' | 'device';
}

/** Must be called at once in a click: the browser asks for the address's host only then. Never throws. */
export async function publishByPut(
  order: Order,
  how: { isBold?: boolean; overwrites?: string } = {},
): Promise<void> {
  const at = origin.value;
  const current = draft.value;
  if (at === undefined || !current || isPublishing.value) return;
  isPublishing.value = true;
  outcome.value = undefined;
  try {
    const allowed = await requestSite(order.url);
    if (!allowed) {
      outcome.value = { kind: 'unreachable' };
      return;
    }
    const saved = await destinationOf(at).read();
    const isSamePlace = saved?.url === order.url && saved.format === order.format;
    const known = how.overwrites ?? (isSamePlace ? saved?.known : undefined);
    const { token, ...rest } = order;
    const destination: SavedDestination = { ...rest, ...(known !== undefined && { known }) };
    await destinationOf(at).write(destination);
    await keepToken(at, token, order.keep);
    const prepared = await makeParcel(order.format);
    if (prepared?.kind !== 'fit') return;
    const { parcel, config } = prepared;
    const authorization = writeAuthorization(token, order.scheme);
    const result = await putFile(
      { url: order.url, type: parcel.type, ...(authorization !== undefined && { authorization }) },
      parcel.text,
      { isExpected: (text) => isExpected(text, current, known), isBold: how.isBold ?? false },
    );
    outcome.value = result;
    if (result.kind !== 'published' && result.kind !== 'same') return;
    await destinationOf(at).write({ ...destination, known: parcel.text });
    await settle(config);
  } catch (error) {
    outcome.value = { kind: 'unreachable' };
    console.error(error);
  } finally {
    isPublishing.value = false;
  }
}

/** Takes what somebody else made into the draft, as one step that can be undone. @returns what was wrong with it */
export async function mergeIn(text: string, name: string): Promise<string | undefined> {
  const read = importConfig(text);
  if (read.kind === 'bad')
    return read.problems
      .slice(0, 3)
      .map(({ path, problem, remedy }) => `${path} ${problem}. ${remedy}`)
      .join(' ');
  await changeDraft((before, now) => {
    const base = before.base ?? emptyConfig(before.config.site);
    const theirs = giveNames(read.isTrimmed ? restoreConfig(read.config, base) : read.config);
    const merged = mergeConfigs(base, before.config, theirs);
    conflicts.value = merged.conflicts;
    return { ...replaceConfig(before, `Merged ${name}`, merged.config, now), base: theirs };
  });
  outcome.value = undefined;
  return undefined;
}

export const takeTheirs = (conflict: Conflict): Promise<void> => {
  conflicts.value = conflicts.value.filter((one) => one !== conflict);
  return changeDraft((before, now) =>
    replaceConfig(before, `Theirs: ${conflict.what}`, conflict.takeTheirs(before.config), now),
  );
};
export const keepOurs = (conflict: Conflict): void => {
  conflicts.value = conflicts.value.filter((one) => one !== conflict);
};
