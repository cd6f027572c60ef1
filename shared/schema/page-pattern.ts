// A glob over pages: what may be written. Its exact meaning is in shared/engine/pattern.ts.

import * as z from 'zod';
import { t } from '../words/t.ts';
import { type Refusal, refusing } from './problem.ts';

const ABSOLUTE = /^([a-z][a-z0-9+.-]*|\*):\/\/([^/?]*)/i;

/** What makes a pattern one that no page's address can match. */
function findInPattern(pattern: string): Refusal[] {
  const refuse = (problem: string, remedy: string): Refusal[] => [{ problem, remedy }];
  const glob = pattern.startsWith('!') ? pattern.slice(1) : pattern;
  if (glob === '') {
    return refuse(t`an empty pattern`, t`Write a path such as "/shoes/*", or "*" for every page.`);
  }
  if (/[\s\\]/.test(glob)) {
    return refuse(
      t`"${pattern}" holds a space or a backslash, which no address has`,
      t`Write the path as the address bar shows it; a space is %20.`,
    );
  }
  if (/#(?![/!])/.test(glob)) {
    return refuse(
      t`"${pattern}" holds a fragment (#…), which patterns see only where it is a route (#/…, #!…)`,
      t`Leave it out: "${pattern.slice(0, pattern.indexOf('#')) || '/'}".`,
    );
  }
  if (glob.startsWith('!')) return refuse(t`"${pattern}" begins with two !`, t`One ! excludes.`);
  if (/^\^|\$$|\(\?|\(.*\|.*\)|\[\^?.-.\]|\\[dws]/.test(glob)) {
    return refuse(
      t`"${pattern}" looks like a regular expression`,
      t`Patterns are globs: * matches any run of characters, as in "/shoes/*".`,
    );
  }
  const address = ABSOLUTE.exec(glob);
  if (address) {
    if (!/^(https?|\*)$/i.test(address[1] ?? '')) {
      return refuse(
        t`"${address[1]}:" is no scheme of a page`,
        t`Write https:// or http://, or only the path.`,
      );
    }
    if (!address[2]) {
      return refuse(
        t`"${pattern}" has a scheme but no host`,
        t`Write the host too, as in "https://shop.example/*", or only the path.`,
      );
    }
    return [];
  }
  if (glob.startsWith('//')) {
    return refuse(t`"${pattern}" begins with two slashes`, t`Write "https:${glob}", or only the path.`);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(glob)) {
    return refuse(t`"${pattern}" is no address of a page`, t`Write https:// and a host, or only the path.`);
  }
  if (!/^[/*]/.test(glob)) {
    const looksLikeHost = /^[\w*-]+(\.[\w*-]+)+(\/|$)/.test(glob);
    const bang = pattern.startsWith('!') ? '!' : '';
    return refuse(
      t`"${pattern}" can match no page: a path begins with /`,
      t`Write "${bang}${looksLikeHost ? `https://${glob}` : `/${glob.replace(/^\.\//, '')}`}".`,
    );
  }
  return [];
}

export const PagePattern = z.string().superRefine(refusing(findInPattern)).meta({
  id: 'PagePattern',
  description:
    'A glob: "/shoes/*" is matched against the path, "https://…" against the whole address, both as people read them (encoded or not), with a fragment that is a route (#/…); a leading ! excludes, "*" is every page.',
});
export type PagePattern = z.infer<typeof PagePattern>;

/** A list of patterns that leaves at least one page. */
export const PagePatterns = z.array(PagePattern).min(1).superRefine(refusing(findInList));

function findInList(patterns: string[]): Refusal[] {
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  const every = excluded.find((glob) => /^(\/?\*+|(https?|\*):\/\/\*(\/\*)?)$/.test(glob));
  const leavesNone =
    every !== undefined || (included.length > 0 && included.every((pattern) => excluded.includes(pattern)));
  if (!leavesNone) return [];
  return [
    {
      problem: t`these patterns exclude every page that they include`,
      remedy: t`Take out "!${every ?? included[0]}", or name a page that stays.`,
    },
  ];
}
