// Measures functions: one that is long has parts that want names.
//
// Not a parser: the formatter gives a function's last line the indentation of its first, so that is where it ends.

import { type Finding, isIn, type Source } from './finding.ts';

const MOST = 100;

/** Rooms whose inside is redesigned with the tag in two files; they may not grow. */
const LONGER: Record<string, number> = { snippet: 180 };

const HEAD = /^(\s*)(?:export )?(?:async )?(?:function\*? (\w+)|const (\w+) = .*(?:=> \{|\($))/;

/** Functions that have a name, with their number of lines. */
export function measureFunctions({ text }: Source): { name: string; line: number; lines: number }[] {
  const all = text.split('\n');
  return all.flatMap((first, index) => {
    const [, indent, declared, held] = HEAD.exec(first) ?? [];
    const name = declared ?? held;
    if (indent === undefined || name === undefined || first.trimEnd().endsWith('}')) return [];
    const end = all.findIndex(
      (line, at) => at > index && new RegExp(`^${indent}[\\])}]`).test(line) && !/^\s*\).*\{$/.test(line),
    );
    return end < 0 ? [] : [{ name, line: index + 1, lines: end - index + 1 }];
  });
}

export function checkFunctions(source: Source): Finding[] {
  const [, most = MOST] = Object.entries(LONGER).find(([room]) => isIn(source.path, room)) ?? [];
  return measureFunctions(source)
    .filter(({ lines }) => lines > most)
    .map(
      ({ name, line, lines }) =>
        `${source.path}:${line}: ${name} has ${lines} lines, at most ${most}. Give its parts names.`,
    );
}
