// Publishes the draft into a folder on this computer: the config, the tag made ready, and what belongs beside it.

import { readThrown } from '../../../shared/engine/thrown.ts';
import { holdsConfig, REST, SIBLINGS, type Sibling } from '../../../shared/publish/siblings.ts';
import { t } from '../../../shared/words/t.ts';
import { readStored } from '../draft/desk.ts';
import type { Format } from '../draft/prepare.ts';
import { writeConfig } from '../draft/write-config.ts';
import { type Folder, type FolderFile, writeFolder } from './folder.ts';
import { keepFolder, readFolder } from './folder-store.ts';
import { type How, publishOnce } from './outcome-here.ts';
import { isExpected, makeParcel, readPacked, readTag, settle } from './publishing.ts';

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
    if (readThrown(error).name === 'AbortError') return undefined;
    throw error;
  }
}

const readPackedFile = async ({ name }: Sibling): Promise<FolderFile> => ({
  name,
  text: await readPacked(name),
});

/** Never throws. Must be called at once in a click: the browser may ask whether we may write there. */
export function publishToFolder(folder: Folder, format: Format, how: How = {}): Promise<void> {
  const again = (next: How) => void publishToFolder(folder, format, { ...how, ...next });
  const { act } = how;
  const place = t`The folder ${folder.name || t`you chose`}`;
  return publishOnce(place, { ...(act && { act }), again }, async (at, shown) => {
    // before anything else is waited for: the click counts only for a moment
    const state = await folder.queryPermission?.({ mode: 'readwrite' });
    if (state && state !== 'granted') await folder.requestPermission?.({ mode: 'readwrite' });
    const current = (await readStored(at)) ?? shown;
    const known = (await readFolder(at))?.known ?? {};
    const prepared = await makeParcel(at, current, format, act);
    if (prepared?.kind !== 'fit') return { kind: prepared?.kind ?? 'unfit' };
    const { config, parcel } = prepared;
    // a tag without a config has a rest without one
    const rest =
      format === 'js' ? parcel.rest : [...parcel.rest, ...(await Promise.all(REST.map(readPackedFile)))];
    const isRestJudged = rest.some(holdsConfig);
    const fileOf = (name: string, text: string): FolderFile => ({
      name,
      text,
      isExpected: (was) => was === how.overwrites || isExpected(was, current, [known[name]], isRestJudged),
    });
    const files = [
      fileOf('selvedge.json', writeConfig(config)),
      ...rest.map((one) => (holdsConfig(one) ? fileOf(one.name, one.text) : one)),
    ];
    for (const sibling of SIBLINGS) files.push(await readPackedFile(sibling));
    // last: it asks for what lies beside it
    files.push(fileOf('selvedge.js', format === 'js' ? parcel.text : await readTag()));
    const outcome = await writeFolder(folder, files);
    if (outcome.kind === 'published' || outcome.kind === 'same') {
      const written = Object.fromEntries(files.map(({ name, text }) => [name, text]));
      await keepFolder(at, { folder, known: written }).catch(() => undefined);
      await settle(at, config, act);
    }
    return outcome;
  });
}
