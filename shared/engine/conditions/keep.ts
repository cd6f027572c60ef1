// Which entries of a figure are left when one more comes: as few as say the same.
//
// Where nothing ever leaves the window they are merged into one [at, value, how many], which may fade and may be one
// for each topic; where nothing enters it late, an entry that a newer one outdoes is dropped; and there are never more
// than `most`.

/** As it is stored, where short counts; what is merged says how many it is, and of which topic. */
export type Entry = [at: number, value?: unknown, times?: number, topic?: string];

/** Which entries a kind needs. Where nothing enters the window late, an older one goes that a newer one outdoes. */
export type Keep =
  /** merged into one for each topic, where none ever leaves the window */
  | 'sum'
  /** no more than the first, where it never leaves */
  | 'first'
  /** the last of each value */
  | 'different'
  | 'last'
  | 'least'
  | 'greatest';

/** What is left of an entry's value after some time. */
export const faded = ([at, value]: Entry, now: number, halfLife: number): number =>
  Number(value) * 2 ** ((at - now) / halfLife);

function isOutdone(older: unknown, newer: unknown, keep: Keep): boolean {
  switch (keep) {
    case 'last':
      return true;
    case 'different':
      return newer === older;
    case 'least':
      return Number(newer) <= Number(older);
    case 'greatest':
      return Number(newer) >= Number(older);
    case 'sum':
    case 'first':
      return false;
  }
}

/** @returns the entries with one more; those given stay as they are */
export function createAdd({
  keep,
  most,
  halfLife,
  isEndless,
  isDelayed,
}: {
  keep: Keep;
  most: number;
  halfLife: number;
  /** nothing leaves the window */
  isEndless: boolean;
  /** what happens enters it later */
  isDelayed: boolean;
}): (entries: Entry[], at: number, value?: unknown, topic?: string) => Entry[] {
  /** So many that one more may come. */
  const makeRoom = (entries: Entry[]): Entry[] =>
    entries.length < most ? entries : entries.slice(entries.length - most + 1);
  if (keep === 'sum' && isEndless)
    return (entries, at, value, topic) => {
      const same = entries.find(([, , , known]) => known === topic);
      const others = entries.filter((entry) => entry !== same);
      if (others.length >= most) others.sort((a, b) => faded(a, at, halfLife) - faded(b, at, halfLife));
      const sum = Number(value) + (same ? faded(same, at, halfLife) : 0);
      const [, , times = 0] = same ?? [at];
      return [...makeRoom(others), topic === undefined ? [at, sum, times + 1] : [at, sum, times + 1, topic]];
    };
  return (entries, at, value) => {
    if (keep === 'first' && isEndless && entries[0]) return entries;
    const left = isDelayed ? entries : entries.filter(([, known]) => !isOutdone(known, value, keep));
    return [...makeRoom(left), value === undefined ? [at] : [at, value]];
  };
}
