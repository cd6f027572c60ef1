// What became of one change, in words: from what to what it changed.

import { OTHERS, type Words } from '../../../shared/grammar/words-for.ts';
import type { Change } from '../../../shared/schema/change.ts';
import { t } from '../../../shared/words/t.ts';
import { sayTarget, shorten } from '../../wire/say-change.ts';
import { sayLanguage } from '../../wire/say-language.ts';
import { isSame } from './is-same.ts';

/** The value that a reader cares about, where a change has one. */
function readValue(change: Change): Words | undefined {
  switch (change.kind) {
    case 'text':
    case 'html':
    case 'css':
      return change.value;
    case 'attribute':
      return change.value ?? t`none`;
    case 'image':
      return change.src.startsWith('data:') ? t`a picture in the config` : change.src;
    case 'link':
      return change.href;
    case 'insert':
      return change.html;
    default:
      return undefined;
  }
}
const WHAT: Record<string, string> = {
  text: t`text`,
  html: t`content`,
  image: t`picture`,
  link: t`address`,
  insert: t`inserted block`,
  css: t`page rules`,
};

const quote = (text: string): string => t`“${shorten(text, 60)}”`;

/** What became of the words in each language: those that are written once are for all. */
function sayLanguages(from: Words, to: Words): string {
  const [before, after] = [from, to].map((words) =>
    typeof words === 'string' ? { [OTHERS]: words } : words,
  );
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .flatMap((language) => {
      const [was, is] = [before?.[language], after?.[language]];
      const named = sayLanguage(language);
      if (was === is) return [];
      if (was === undefined) return t`in ${named} now ${quote(is ?? '')}`;
      return is === undefined
        ? t`in ${named} no words any more`
        : t`in ${named} from ${quote(was)} to ${quote(is)}`;
    })
    .join(', ');
}

/**
 * @param sayOld says the earlier one as a whole
 * @param sayNow says the later one as a whole
 * @returns a sentence without a full stop
 */
export function sayChanged(
  old: Change,
  change: Change,
  sayOld: (change: Change) => string,
  sayNow: (change: Change) => string,
): string {
  const [from, to] = [readValue(old), readValue(change)];
  if (from === undefined || to === undefined || isSame(from, to))
    return t`${sayNow(change)}; before: ${sayOld(old)}`;
  const element = sayTarget(change) ?? t`page`;
  const what = change.kind === 'attribute' ? change.name : (WHAT[change.kind] ?? change.kind);
  const became =
    typeof from === 'string' && typeof to === 'string'
      ? t`from ${quote(from)} to ${quote(to)}`
      : sayLanguages(from, to) || t`to words by language that say the same`;
  return t`${element} ${what} changed ${became}`;
}
