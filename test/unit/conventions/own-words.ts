// Checks that words of ours are compared, not matched: a pattern of kinds compiles though one of them is gone or new.

import { readKinds } from '../shared/schema/read-schema.ts';
import { type Finding, lineOf, type Source } from './finding.ts';
import { stripComments } from './strip.ts';

const own = new Set([...readKinds('Condition').keys(), ...readKinds('Change').keys(), 'granted', 'denied']);

/** A pattern that is nothing but a choice of whole words. */
const CHOICE = /\/\^\(?(?:\?:)?([a-z]+(?:\|[a-z]+)+)\)\$\/[a-z]*/g;

/** Where most of the words are ours; some are HTML's too. */
export function checkOwnWords({ path, text }: Source): Finding[] {
  return [...stripComments(text).matchAll(CHOICE)].flatMap(({ 0: found, 1: choice = '', index }) => {
    const words = choice.split('|');
    return words.filter((word) => own.has(word)).length * 2 > words.length
      ? [`${path}:${lineOf(text, index)}: ${found}. Write the words out in a comparison, a switch or a list.`]
      : [];
  });
}
