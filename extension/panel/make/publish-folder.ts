// Publishes the draft into a folder on this computer: the config, the tag made ready, and the two files beside it.

import { SIBLINGS } from '../../../shared/publish/siblings.ts';
import { extensionUrl } from '../../lib/browser.ts';
import { type Folder, type FolderFile, writeFolder } from '../../lib/publish/folder.ts';
import { keepFolder, readFolder } from '../../lib/publish/folder-store.ts';
import type { Outcome } from '../../lib/publish/outcome.ts';
import { type Format, writeConfig } from '../../lib/publish/prepare.ts';
import { sayError } from '../words/say-error.ts';
import { draft, origin } from './desk.ts';
import { type How, isExpected, isPublishing, makeParcel, readTag, result, settle } from './publishing.ts';

type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<Folder>;
const findPicker = (): Picker | undefined =>
  (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;
/** Chrome has it, Firefox has not. */
export const canPickFolder = (): boolean => findPicker() !== undefined;

/** @returns undefined where the author closed the picker. Must be called at once in a click. */
export async function pickFolder(): Promise<Folder | undefined> {
  try {
    return await findPicker()?.call(globalThis, { id: 'selvedge', mode: 'readwrite' });
  } catch (error) {
    if ((error as Error).name === 'AbortError') return undefined;
    throw error;
  }
}

const readSibling = async (name: string): Promise<string> =>
  await (await fetch(extensionUrl(`${name}.txt`))).text();

/** Never throws. Must be called at once in a click: the browser may ask whether we may write there. */
export async function publishToFolder(folder: Folder, format: Format, how: How = {}): Promise<void> {
  const at = origin.value;
  const current = draft.value;
  if (at === undefined || !current || isPublishing.value) return;
  isPublishing.value = true;
  result.value = undefined;
  const end = (outcome: Outcome) => {
    result.value = {
      outcome,
      place: `The folder ${folder.name || 'you chose'}`,
      again: (next) => void publishToFolder(folder, format, { ...how, ...next }),
    };
  };
  try {
    // before anything else is waited for: the click counts only for a moment
    const state = await folder.queryPermission?.({ mode: 'readwrite' });
    if (state && state !== 'granted') await folder.requestPermission?.({ mode: 'readwrite' });
    const known = (await readFolder(at))?.known ?? {};
    const prepared = await makeParcel(format);
    if (prepared?.kind !== 'fit') return end({ kind: 'unfit' });
    const { config, parcel } = prepared;
    const mayReplace = (name: string) => (text: string) =>
      text === how.overwrites || isExpected(text, current, [known[name]]);
    const files: FolderFile[] = [
      { name: 'selvedge.json', text: writeConfig(config), isExpected: mayReplace('selvedge.json') },
      {
        name: 'selvedge.js',
        text: format === 'js' ? parcel.text : await readTag(),
        isExpected: mayReplace('selvedge.js'),
      },
    ];
    for (const { name } of SIBLINGS) files.push({ name, text: await readSibling(name) });
    const outcome = await writeFolder(folder, files);
    end(outcome);
    if (outcome.kind !== 'published' && outcome.kind !== 'same') return;
    await keepFolder(at, {
      folder,
      known: Object.fromEntries(files.map(({ name, text }) => [name, text])),
    }).catch(() => undefined);
    await settle(config);
  } catch (error) {
    end({ kind: 'broken', message: sayError(error) });
  } finally {
    isPublishing.value = false;
  }
}
