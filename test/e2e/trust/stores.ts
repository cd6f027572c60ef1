// Everything a page can keep in a browser, read out: what a visitor, or their lawyer, would look for.

export interface Stores {
  /** Every database with every record, by name. */
  databases: Record<string, unknown>;
  localStorage: Record<string, string>;
  sessionStorage: Record<string, string>;
  caches: string[];
  cookies: string;
}

/** Reads all stores of the page's origin. Looking makes no database. */
export const readStores = (page: {
  evaluate(read: () => Promise<Stores>): Promise<Stores>;
}): Promise<Stores> =>
  page.evaluate(async () => {
    const databases: Record<string, unknown> = {};
    for (const { name = '' } of await indexedDB.databases())
      databases[name] = await new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onupgradeneeded = () => {
          // it went while we looked: it must not come back because of us
          opening.transaction!.abort();
          resolve(undefined);
        };
        opening.onerror = () => resolve(undefined);
        opening.onsuccess = async () => {
          const db = opening.result;
          db.onversionchange = () => db.close();
          const names = [...db.objectStoreNames];
          if (!names.length) {
            db.close();
            return resolve({});
          }
          const tx = db.transaction(names);
          const all = Object.fromEntries(names.map((store) => [store, tx.objectStore(store).getAll()]));
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            resolve(Object.fromEntries(names.map((store) => [store, all[store]!.result])));
          };
        };
      });
    for (const name of Object.keys(databases)) if (!databases[name]) delete databases[name];
    return {
      databases,
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      caches: await caches.keys(),
      cookies: document.cookie,
    };
  });

/** What is left when nothing is. */
export const NOTHING: Stores = {
  databases: {},
  localStorage: {},
  sessionStorage: {},
  caches: [],
  cookies: '',
};
/** What a denial may leave: one of the visitor's or of this site, and one of a consent tool. */
export const DENIAL: Stores = { ...NOTHING, localStorage: { selvedge: '{"consent":"denied"}' } };
export const REFUSAL: Stores = { ...NOTHING, localStorage: { selvedge: '{"consent":"denied" }' } };
