// In which ways this page may be remembered, without knowing what a person looks like: that takes 2.5 kB. What may be
// personal is kept in one way and left out in the other; most rules answer the same to both. Where they do not, nothing
// is known before the rest is there.

/**
 * What shared/page/scrub.ts might leave out, wherever it stands; more often than it would. Its checks want other signs
 * than letters, an `@`, a key's beginning, or many digits: seven at least, or six that go to and fro with letters.
 */
const DOUBTFUL =
  /[^\p{L}\p{M} -~]|[@%:=+/]|(\d\D*){7}|(\d\D+){6}|[a-z\d]{20}|[\da-f]{8}-|eyJ|k_(live|test)_|xox|A[KS]IA|AIza|ya29/iu;

/** With more doubts than these nothing is known. */
const MOST = 4;

/** @returns the text, or `instead` where this way leaves it out */
export type KeepWay = (text: string, instead?: string, isDoubted?: boolean) => string;

/** @returns what is made in each way; nothing where there are too many */
export function keepWays<T>(make: (keep: KeepWay) => T): T[] {
  const made: T[] = [];
  let doubts = 0;
  for (let way = 0; way < 2 ** doubts; way++) {
    doubts = 0;
    made.push(
      make((text, instead = '', isDoubted) =>
        (isDoubted || DOUBTFUL.test(text.normalize('NFKC'))) && (way >> doubts++) & 1 ? instead : text,
      ),
    );
    if (doubts > MOST) return [];
  }
  return made;
}
