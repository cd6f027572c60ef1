// The folder that a site is published into, kept for that site in the extension's own IndexedDB: handles of the file
// system live nowhere else. The browser asks again whether we may write there.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Folder } from './folder.ts';

export interface KeptFolder {
  folder: Folder;
  /** what this browser last wrote there, by name, to tell somebody else's work from our own */
  known: Record<string, string>;
}

interface Folders extends DBSchema {
  /** by the origin of the site */
  of: { key: string; value: KeptFolder };
}

const open = (): Promise<IDBPDatabase<Folders>> =>
  openDB<Folders>('folders', 1, { upgrade: (database) => void database.createObjectStore('of') });

async function withStore<T>(work: (database: IDBPDatabase<Folders>) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

export const readFolder = (origin: string): Promise<KeptFolder | undefined> =>
  withStore(async (database) => await database.get('of', origin));
export const keepFolder = (origin: string, kept: KeptFolder): Promise<void> =>
  withStore(async (database) => void (await database.put('of', kept, origin)));
