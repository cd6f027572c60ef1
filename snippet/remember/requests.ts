// IndexedDB's events as promises: what a request answers, and how a transaction ends.

/** What the request answers. Where nobody waits for it, a failure is told by the end of its transaction alone. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  const answer = new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  answer.catch(() => {});
  return answer;
}

/** Resolves when all is written; rejects when nothing is. A request that fails ends its transaction so. */
export const endOf = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    // by the browser with its reason; by us without one
    tx.onabort = () => reject(tx.error ?? new DOMException('', 'AbortError'));
  });
