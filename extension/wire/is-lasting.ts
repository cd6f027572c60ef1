// Whether a redesign hardly loses what a target finds.

import type { Target } from '../../shared/schema/target.ts';

/** From here on. */
const LASTING = 0.55;
/** Names of elements alone, such as `p` or `main > h3`: the next one like it ends that. */
const TAGS_ALONE = /^[a-z][a-z0-9]*(\s*[ >]\s*[a-z][a-z0-9]*)*$/;
/** Of which a page has one. */
const SINGLE = /^(body|main|h1|header|footer)$/;

export function isLasting({
  target: { css, text },
  stability,
}: {
  target: Pick<Target, 'css' | 'text'>;
  stability: number;
}): boolean {
  if (stability < LASTING || css.includes(':nth-')) return false;
  const last = css.split(/[\s>]+/).at(-1) ?? '';
  return text !== undefined || !TAGS_ALONE.test(css) || SINGLE.test(last);
}
