// Makes of a config the table that a page reads before its first paint: a line for each thing, found by its key.

import { compile } from '../engine/compile.ts';
import { findLeaves } from '../engine/lines/answers.ts';
import { changesKey } from '../engine/lines/entry.ts';
import { SETTINGS, writeTable } from '../engine/lines/table.ts';
import { toJson } from '../engine/native.ts';
import type { Config } from '../schema/config.ts';
import { compileEntry } from './compile-entry.ts';
import { compileSegments } from './compile-tree.ts';
import { placesOf } from './places-of.ts';
import { settingsOf } from './settings-of.ts';

/** @param config one that checkConfig found fit */
export function compileTable(config: Config): string {
  const program = compile(config);
  const leaves = findLeaves(program);
  const experiences = config.experiences.flatMap((experience, order): [key: string, json: string][] => {
    const entry = compileEntry(program, experience, order);
    if (!entry) return [];
    return [
      ...placesOf(experience.pages).map((place): [string, string] => [place, toJson(entry)]),
      ...experience.variants.map(({ changes }, index): [string, string] => [
        changesKey(order, index),
        toJson(changes),
      ]),
    ];
  });
  return writeTable([
    [SETTINGS, toJson(settingsOf(config, leaves))],
    ...compileSegments(program),
    ...experiences,
  ]);
}
