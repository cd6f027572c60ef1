// What an extension keeps beside its `storage`: what its pages noted, and their databases.

/** Runs in one of its pages, while no other is open. */
export async function emptyOwn(): Promise<void> {
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.deleteDatabase(name);
      asked.onsuccess = () => resolve();
      asked.onerror = () => reject(asked.error);
    });
  }
}
