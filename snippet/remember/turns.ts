// Who writes next: one job at a time, in order. A failed job ends where it belongs, and the next one has its turn.

/** @param failed asked when a job is lined up; its answer hears of the failure, so that nothing ever rejects */
export const createTurns = (failed: () => (error: unknown) => void) => {
  let last: Promise<void> = Promise.resolve();
  return (job: () => Promise<void>): Promise<void> => {
    last = last.then(job).catch(failed());
    return last;
  };
};
