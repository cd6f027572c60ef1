// Which parts of the first-paint script a config needs (snippet/now/parts.ts says what each is for).

import type { Glob } from '../engine/glob.ts';
import { findLeaves } from '../engine/lines/answers.ts';
import { toJson } from '../engine/native.ts';
import type { Program } from '../engine/view.ts';
import type { Config } from '../schema/config.ts';
import { ALL_CHANNELS, channelsOf } from './channels-of.ts';
import { compileEntry } from './compile-entry.ts';
import { compileTree } from './compile-tree.ts';
import type { Wanted } from './compose.ts';
import { factsIn, partsOfChanges } from './parts-of-changes.ts';
import { comparesLists, looksWithin, operatorsIn, testsIn } from './tests-in.ts';

/** What only the visit tells. */
const OF_VISIT = ['source', 'medium', 'campaign', 'channel', 'referrer', 'landing', 'visit_start'];
const OF_SEARCH = ['q', 'search', 'term'];

/** Who reads a fact of the page; a parameter of its address is any. */
export const FACTS: { [key: string]: string } = {
  path: 'readPath',
  hour: 'readHour',
  weekday: 'readWeekday',
  language: 'readLanguage',
  languages: 'readLanguages',
  timeZone: 'readTimeZone',
  country: 'readCountry',
  device: 'readDevice',
  os: 'readOs',
  browser: 'readBrowser',
  'viewport.width': 'readWidth',
  colorScheme: 'readScheme',
  pointer: 'readPointer',
  saveData: 'readSaveData',
};
const readerOf = (key: string): string | undefined => (key.startsWith('query.') ? 'readParam' : FACTS[key]);

const named = (...names: string[]): Wanted => Object.fromEntries(names.map((name) => [name, name]));

/** Whether a page is named by its path and nothing else. */
const isPath = (glob: Glob): boolean => typeof glob === 'string' && !glob.includes('*');

/** Whether a page is named by its query anywhere. */
const hasQuery = ({ experiences, capture, topics, privacy }: Config): boolean =>
  toJson([experiences.map(({ pages }) => pages), capture, topics, privacy?.plain]).includes('?');

/** @param program of the trimmed config */
export function partsOf(program: Program): Wanted {
  const tests = [...program.segments.values()].flatMap((when) => testsIn(compileTree(program, when)));
  const operators = tests.flatMap(({ is }) => operatorsIn(is));
  const entries = program.config.experiences.map((experience, order) =>
    compileEntry(program, experience, order),
  );
  const changes = program.config.experiences.flatMap(({ variants }, order) =>
    entries[order] ? variants.flatMap((variant) => variant.changes) : [],
  );
  const ofChanges = partsOfChanges(changes);
  const filled = factsIn(changes);
  const facts = [...tests.flatMap(({ kind, key }) => (kind === 'fact' ? [key] : [])), ...filled];
  const leaves = findLeaves(program);
  const asks = leaves.map((leaf) => leaf.tests);
  const asked = toJson(asks);
  const isAsked = asks.some((all) => all.length > 0);
  /** As the name of an event or of a prop, or as a fact. */
  const asksFor = (...words: string[]) =>
    words.some((word) => asked.includes(toJson(word)) || facts.includes(word));
  const isShared = entries.some((entry) => entry?.[3].some((group) => group.length > 2));
  const isPlaced = isShared || entries.some((entry) => entry?.[4]?.holdout);
  const isOfVisit = asksFor(...OF_VISIT) || filled.some((key) => !readerOf(key));
  const tellsChannels = filled.some((key) => key === 'channel' || key === 'medium');
  const readers = facts.flatMap((key) => {
    const reader = readerOf(key);
    return reader ? [[key, reader]] : [];
  });
  // by parts of a path, or where a page is asked what it is about, whether its path is kept, whether it is a capture's
  const namesPages =
    entries.some((entry) => entry && !entry[2].every(isPath)) ||
    /"(topics|pages)"/.test(asked) ||
    !!program.config.privacy?.plain?.[0];
  return {
    ...(tests.length && named('holdsBy')),
    ...(tests.some(({ kind }) => kind === 'fact') && named('testFact')),
    ...(tests.some(({ is }) => comparesLists(is)) && named('isAlike')),
    ...(tests.some(looksWithin) && named('dig')),
    ...((tests.some(({ kind }) => kind === 'trait') || ofChanges.fill) && named('statedIn')),
    ...(operators.length && { operators: named(...operators) }),
    ...(leaves.some(({ isOfDays }) => isOfDays) && named('withDays')),
    ...(isAsked && named('askOwn')),
    ...(asks.flat().some(({ kind }) => kind === 'topics') && named('placeOfTopics')),
    ...((isAsked || isOfVisit) && named('ownPages')),
    ...((isOfVisit || asksFor('repeat')) && named('openPage')),
    ...(asksFor('path', 'landing', 'repeat') && named('keepPath')),
    ...(asksFor(...OF_SEARCH) && named('readSearch')),
    ...(isOfVisit && { ...named('arrivalBy'), channels: tellsChannels ? ALL_CHANNELS : channelsOf(tests) }),
    ...(asksFor('page_not_found') && named('isNotFound')),
    ...(readers.length && { facts: Object.fromEntries(readers) }),
    ...(namesPages && named('fitsPages')),
    ...(hasQuery(program.config) && named('readPageQuery')),
    ...(isPlaced && named('place', 'createSeed')),
    ...(isShared && named('chooseShare')),
    ...ofChanges,
  };
}
