// Advice on tests of a path that no page has: every path begins with "/".

import { isOwnEvent, isPathField } from '../engine/address.ts';
import { isObject } from '../engine/native.ts';
import type { Config } from '../schema/config.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';

type Text = [text: string, path: PropertyKey[]];

/** What a test asks a path to be, or to begin with. */
function textsIn(is: unknown, path: PropertyKey[]): Text[] {
  if (typeof is === 'string') return [[is, path]];
  if (!isObject(is)) return [];
  const { $eq, $startsWith, $in, $and, $or } = is;
  const alone = Object.entries({ $eq, $startsWith }).flatMap(([name, one]) => textsIn(one, [...path, name]));
  const lists = Object.entries({ $in, $and, $or }).flatMap(([name, list]) =>
    Array.isArray(list) ? list.flatMap((one, i) => textsIn(one, [...path, name, i])) : [],
  );
  return [...alone, ...lists];
}

/** All of them in a rule; a site's own events hold what the site put there. */
function findTexts(part: unknown, path: PropertyKey[]): Text[] {
  if (!isObject(part) || isOwnEvent(part.event)) return [];
  const isAsked = isPathField(part.key) || isPathField(part.of);
  return Object.entries(part).flatMap(([name, each]) => {
    const at = [...path, Array.isArray(part) ? Number(name) : name];
    return isPathField(name) || (name === 'is' && isAsked) ? textsIn(each, at) : findTexts(each, at);
  });
}

export const lintPaths = ({ segments }: Config): Problem[] =>
  segments.flatMap(({ when }, i) =>
    findTexts(when, ['segments', i, 'when'])
      .filter(([text]) => !text.startsWith('/'))
      .map(([text, path]) => ({
        path: formatPath(path),
        problem: t`no page has this path: each begins with "/", and "${text}" does not`,
        remedy: t`Write what stands in the address after the host, such as "/${text.replace(/^\W+/, '')}".`,
        severity: 'warning',
      })),
  );
