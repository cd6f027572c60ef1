// What the path of this page may be remembered as, without knowing what a person looks like: that takes 2 kB, and most
// tests of a path come out the same whichever way it is kept. Where they do not, nothing is known before the rest is
// there.

/** Whether shared/page/scrub.ts might take a segment out; more often than it would. */
const DOUBTFUL = /[^\0-\x7f]|[@%:=\d]|[a-z][A-Z]|[A-Z]{3}|[a-z]{20}/;

/** Below these it might take out any word, for a secret or a name. */
const ABOVE =
  /reset|invit|verif|confirm|magic|callback|token|password|activat|unsubscribe|join|user|member|customer|profile|^u$/i;

/** With more such segments than these nothing is known. */
const MOST = 4;

/** @returns the path as it is, and with each choice of such segments removed; none where that is too many */
export function findPaths(path: string): string[] {
  let found = [''];
  let doubts = 0;
  let isBelow = false;
  path.split('/').forEach((part, i) => {
    const start = i ? '/' : '';
    const isDoubtful = (isBelow && part !== '') || DOUBTFUL.test(part);
    isBelow ||= ABOVE.test(part);
    doubts += +isDoubtful;
    if (doubts > MOST) return;
    found = found.flatMap((before) => [
      before + start + part,
      ...(isDoubtful ? [`${before + start}[removed]`] : []),
    ]);
  });
  return doubts > MOST ? [] : found;
}
