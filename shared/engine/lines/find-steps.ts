// Where along a row of instants an answer changes, asking at as few of them as can be.

/** An answer at an instant, and all that decides it: where that is the same, so is the answer. */
export interface Probe {
  value: number;
  grounds: string;
  figures: number[];
}

export interface Row {
  /** ms since epoch, by place */
  at(place: number): number;
  length: number;
  /** Where the grounds are the same at two places they are the same between: they change one way only. */
  isOneWay: boolean;
  /** Places close to which they may change, to look there first; a wrong guess only costs time. */
  guess?(first: Probe, last: Probe): number[];
}

/** @returns the instants whose grounds differ from those before them, the first instant too */
export function findSteps(
  { at, length, isOneWay, guess }: Row,
  probe: (at: number) => Probe,
): [at: number, value: number][] {
  if (!length) return [];
  const first = probe(at(0));
  const steps: [number, number][] = [[at(0), first.value]];
  const walk = (from: number, before: Probe, to: number, after: Probe): void => {
    if (isOneWay && before.grounds === after.grounds) return;
    if (to - from === 1) {
      steps.push([at(to), after.value]);
      return;
    }
    const place = Math.floor((from + to) / 2);
    const between = probe(at(place));
    walk(from, before, place, between);
    walk(place, between, to, after);
  };
  const end = length - 1;
  if (!end) return steps;
  const last = probe(at(end));
  if (isOneWay && first.grounds === last.grounds) return steps;
  let from = 0;
  let before = first;
  const guesses = (guess?.(first, last) ?? []).flatMap((place) => [place - 2, place + 2]);
  for (const place of guesses.map(Math.round).sort((a, b) => a - b)) {
    if (!(place > from && place < end)) continue;
    const here = probe(at(place));
    walk(from, before, place, here);
    from = place;
    before = here;
  }
  walk(from, before, end, last);
  return steps;
}
