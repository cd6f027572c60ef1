// Items that belong together in time: of each visit what was looked at, in order, and of each order what was in it. In
// columns, as there may be millions. Who it was is a number by then.

/** So long without a look, and another visit begins; as on the device. */
export const GAP_MS = 30 * 6e4;
/** Nobody looks at more items in one visit, or orders more at once: that is a robot. */
export const MOST_LOOKS = 200;

/** In the order in which they began. */
export interface Runs {
  count: number;
  /** where the items of each begin; one more at the end */
  starts: Uint32Array;
  /** numbers of items */
  items: Int32Array;
  /** ms, when each began */
  at: Float64Array;
  /** whose each is; once settled in the store the person, −1 where nobody knows */
  of: Int32Array;
}

const FIRST = 1024;

const larger = <A extends Int32Array | Float64Array>(from: A, into: A): A => {
  into.set(from);
  return into;
};

/** Looks (or lines of orders) as they are read, in any order. */
export function createRuns() {
  let size = FIRST;
  let count = 0;
  let who = new Int32Array(size);
  let items = new Int32Array(size);
  let at = new Float64Array(size);

  /** Places by whose they are, then by time; of one time as they were read. */
  function sort(): Uint32Array {
    let most = -1;
    for (let i = 0; i < count; i++) most = Math.max(most, who[i] ?? 0);
    const next = new Uint32Array(most + 2);
    for (let i = 0; i < count; i++) next[(who[i] ?? 0) + 1] = (next[(who[i] ?? 0) + 1] ?? 0) + 1;
    for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
    const starts = next.slice();
    const places = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      const one = who[i] ?? 0;
      places[next[one] ?? 0] = i;
      next[one] = (next[one] ?? 0) + 1;
    }
    for (let one = 0; one <= most; one++) {
      const own = places.subarray(starts[one], starts[one + 1]);
      if (own.length > 1) own.sort((x, y) => (at[x] ?? 0) - (at[y] ?? 0) || x - y);
    }
    return places;
  }

  return {
    get count() {
      return count;
    },
    /** @returns its place */
    add(of: number, item: number, time: number): number {
      if (count === size) {
        size *= 2;
        who = larger(who, new Int32Array(size));
        items = larger(items, new Int32Array(size));
        at = larger(at, new Float64Array(size));
      }
      who[count] = of;
      items[count] = item;
      at[count] = time;
      return count++;
    },
    /** @param time NaN: it is left out */
    setAt(place: number, time: number) {
      at[place] = time;
    },
    /** Runs with no gap in them. */
    settle(gapMs: number): Runs {
      return split(sort(), { who, items, at }, gapMs);
    },
    /** Each one's own, whenever it was. @param timeOf when, NaN where that is not known: then it is left out */
    settleWhole(timeOf: (of: number) => number): Runs {
      for (let i = 0; i < count; i++) at[i] = timeOf(who[i] ?? 0);
      return split(sort(), { who, items, at }, Infinity);
    },
  };
}

interface Looks {
  who: Int32Array;
  items: Int32Array;
  at: Float64Array;
}

/** Looked at again at once, as by a page that is loaded anew, is looked at once. */
function split(places: Uint32Array, { who, items, at }: Looks, gapMs: number): Runs {
  const begins: number[] = [];
  const kept = new Uint32Array(places.length);
  let length = 0;
  let [of, last, item] = [-1, -Infinity, -1];
  for (const place of places) {
    const [owner, time, here] = [who[place] ?? 0, at[place] ?? 0, items[place] ?? 0];
    if (Number.isNaN(time)) continue;
    const isNew = owner !== of || time - last >= gapMs;
    [of, last] = [owner, time];
    if (isNew) begins.push(length);
    else if (here === item) continue;
    item = here;
    kept[length++] = place;
  }
  const endOf = (run: number): number => begins[run + 1] ?? length;
  const order = begins
    .map((_, run) => run)
    .filter((run) => endOf(run) - (begins[run] ?? 0) <= MOST_LOOKS)
    .sort((x, y) => (at[kept[begins[x] ?? 0] ?? 0] ?? 0) - (at[kept[begins[y] ?? 0] ?? 0] ?? 0) || x - y);
  const runs: Runs = {
    count: order.length,
    starts: new Uint32Array(order.length + 1),
    items: new Int32Array(length),
    at: new Float64Array(order.length),
    of: new Int32Array(order.length),
  };
  let to = 0;
  order.forEach((run, i) => {
    const from = begins[run] ?? 0;
    runs.at[i] = at[kept[from] ?? 0] ?? 0;
    runs.of[i] = who[kept[from] ?? 0] ?? 0;
    for (let k = from; k < endOf(run); k++) runs.items[to++] = items[kept[k] ?? 0] ?? 0;
    runs.starts[i + 1] = to;
  });
  runs.items = runs.items.subarray(0, to);
  return runs;
}

/** Some of them in a row. */
export function sliceRuns(runs: Runs, from: number, to: number): Runs {
  const first = runs.starts[from] ?? 0;
  return {
    count: to - from,
    starts: runs.starts.subarray(from, to + 1).map((start) => start - first),
    items: runs.items.subarray(first, runs.starts[to]),
    at: runs.at.subarray(from, to),
    of: runs.of.subarray(from, to),
  };
}

/** In how many runs each item is. @param items how many there are */
export function countRuns(runs: Runs, items: number): Uint32Array {
  const counts = new Uint32Array(items);
  const last = new Int32Array(items).fill(-1);
  for (let run = 0; run < runs.count; run++)
    for (let i = runs.starts[run] ?? 0; i < (runs.starts[run + 1] ?? 0); i++) {
      const item = runs.items[i] ?? 0;
      if (item < 0 || last[item] === run) continue;
      last[item] = run;
      counts[item] = (counts[item] ?? 0) + 1;
    }
  return counts;
}

/** Of whom nobody knows each run is another person's. */
const personOf = (runs: Runs, run: number): number => {
  const person = runs.of[run] ?? -1;
  return person >= 0 ? person : -2 - run;
};

/** Calls with each run, one person's after the other's. */
export function eachByPerson(runs: Runs, call: (run: number, person: number) => void): void {
  const most = runs.of.reduce((high, person) => Math.max(high, person), -1);
  // of nobody known first, then of each person
  const next = new Uint32Array(most + 3);
  for (const person of runs.of) next[person + 2] = (next[person + 2] ?? 0) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const sorted = new Uint32Array(runs.count);
  for (let run = 0; run < runs.count; run++) {
    const person = (runs.of[run] ?? -1) + 1;
    sorted[next[person] ?? 0] = run;
    next[person] = (next[person] ?? 0) + 1;
  }
  for (const run of sorted) call(run, personOf(runs, run));
}

/** How many different people met each item. @param items how many there are */
export function countPeople(runs: Runs, items: number): Uint32Array {
  const counts = new Uint32Array(items);
  const last = new Int32Array(items).fill(-1);
  eachByPerson(runs, (run, person) => {
    for (let i = runs.starts[run] ?? 0; i < (runs.starts[run + 1] ?? 0); i++) {
      const item = runs.items[i] ?? 0;
      if (item < 0 || last[item] === person) continue;
      last[item] = person;
      counts[item] = (counts[item] ?? 0) + 1;
    }
  });
  return counts;
}
