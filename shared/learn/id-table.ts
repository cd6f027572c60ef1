// Ids as numbers from 0 on. Of an id no more is kept than 64 bits of a hash: millions fit, and none can be told again.
// Of five million ids two share them once in a million exports.

export interface IdTable {
  readonly count: number;
  /** @returns -1 where it is new */
  find(id: string): number;
  /** The number of an id, which is the next one where it is new. */
  add(id: string): number;
}

const FIRST = 1 << 12;

/** murmur3's finalizer: without it similar ids lie side by side. */
function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function createIdTable(): IdTable {
  let size = FIRST;
  let count = 0;
  let [one, other] = [new Int32Array(size), new Int32Array(size)];
  /** number + 1; 0 where nothing lies */
  let numbers = new Int32Array(size);
  // of the id that was asked for last
  let [high, low] = [0, 0];

  function read(id: string): void {
    let [h, l] = [0x811c9dc5, 0x1b873593];
    for (let i = 0; i < id.length; i++) {
      const unit = id.charCodeAt(i);
      h = Math.imul(h ^ unit, 0x01000193);
      l = Math.imul(l ^ unit, 0x5bd1e995) + (l >>> 15);
    }
    high = mix(h ^ id.length);
    low = mix(l);
  }

  /** Where it lies, or where it would. */
  function placeOf(h: number, l: number): number {
    let place = h & (size - 1);
    while (numbers[place] && (one[place] !== h || other[place] !== l)) place = (place + 1) & (size - 1);
    return place;
  }

  function grow(): void {
    const [ones, others, known] = [one, other, numbers];
    size *= 2;
    [one, other] = [new Int32Array(size), new Int32Array(size)];
    numbers = new Int32Array(size);
    for (let i = 0; i < known.length; i++) {
      if (!known[i]) continue;
      const place = placeOf(ones[i] ?? 0, others[i] ?? 0);
      one[place] = ones[i] ?? 0;
      other[place] = others[i] ?? 0;
      numbers[place] = known[i] ?? 0;
    }
  }

  return {
    get count() {
      return count;
    },
    find(id) {
      read(id);
      return (numbers[placeOf(high, low)] ?? 0) - 1;
    },
    add(id) {
      read(id);
      const place = placeOf(high, low);
      const known = numbers[place] ?? 0;
      if (known) return known - 1;
      one[place] = high;
      other[place] = low;
      numbers[place] = ++count;
      if (2 * count > size) grow();
      return count - 1;
    },
  };
}
