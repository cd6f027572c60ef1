// Publishes into a folder on this computer, by the File System Access API: nobody's work is overwritten unseen, and
// what was written is read back and compared.
//
// Promises: nothing throws; nothing is written before everything there has been looked at; a file is replaced whole
// or not at all (a writable swaps it in when it is closed). See https://wicg.github.io/file-system-access

import { readThrown } from '../../../shared/engine/thrown.ts';
import { t } from '../../../shared/words/t.ts';
import { messageOf } from '../../wire/message-of.ts';
import type { Outcome } from './outcome.ts';

/** As far as we use one; lib.dom leaves the permissions out. */
export interface Folder {
  name: string;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface FileHandle {
  getFile(): Promise<{ text(): Promise<string> }>;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

export interface FolderFile {
  name: string;
  text: string;
  /** whether what is there may be overwritten; files that are only ours need no asking */
  isExpected?(text: string): boolean;
}

const WHY: Record<string, Extract<Outcome, { kind: 'folder' }>['why']> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'gone',
  QuotaExceededError: 'full',
};

async function read(folder: Folder, name: string): Promise<string | undefined> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    // the folder itself may be gone: creating the file will tell
    if (readThrown(error).name === 'NotFoundError') return undefined;
    throw error;
  }
}

/** Must be called at once in a click: the browser may ask whether we may write. */
export async function writeFolder(folder: Folder, files: FolderFile[]): Promise<Outcome> {
  const written: string[] = [];
  try {
    const mode = { mode: 'readwrite' } as const;
    const isAllowed =
      !folder.queryPermission ||
      (await folder.queryPermission(mode)) === 'granted' ||
      (await folder.requestPermission?.(mode)) === 'granted';
    if (!isAllowed) return { kind: 'folder', why: 'denied', message: t`it was not allowed`, written };
    const before = new Map<string, string | undefined>();
    for (const { name, isExpected, text } of files) {
      const was = await read(folder, name);
      before.set(name, was);
      if (was !== undefined && was !== text && isExpected && !isExpected(was))
        return { kind: 'changed', text: was };
    }
    if (files.every(({ name, text }) => before.get(name) === text)) return { kind: 'same' };
    for (const { name, text } of files) {
      if (before.get(name) === text) continue;
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
      written.push(name);
    }
    for (const { name, text } of files) {
      const now = await read(folder, name);
      if (now !== text) return { kind: 'differs', text: now ?? '' };
    }
    return { kind: 'published' };
  } catch (error) {
    const why = WHY[`${readThrown(error).name}`];
    return { kind: 'folder', why: why ?? 'failed', message: messageOf(error), written };
  }
}
