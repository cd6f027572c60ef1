// What goes, and what speaks of it, when a question is removed: said before it is. Pure.

import type { Config } from '../../../../shared/schema/config.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import { sayAll } from '../../../../shared/words/lists.ts';
import { t } from '../../../../shared/words/t.ts';
import { findAskings, findOnlyAsking, findSegments, findTokens } from './uses-of-question.ts';

const sayNames = (parts: readonly { id: string; name: string }[]): string =>
  sayAll(parts.map(({ id, name }) => t`“${name || id}”`));

/** Whole sentences, one for each that has something to say. */
export function sayRemoval(config: Config, question: Question): string {
  const { id, name } = question;
  const goes = findOnlyAsking(config, id);
  const experiences = new Set(findAskings(config, id).map(({ experience }) => experience));
  const stays = [...experiences].filter((one) => !goes.includes(one));
  const segments = findSegments(config, question);
  const tokens = findTokens(config, question);
  return [
    t`Remove ${name || id} from the draft?`,
    goes.length === 1 && t`${sayNames(goes)} goes with it: it does nothing else.`,
    goes.length > 1 && t`${sayNames(goes)} go with it: they do nothing else.`,
    stays.length === 1 && t`${sayNames(stays)} stays, and does not ask any more.`,
    stays.length > 1 && t`${sayNames(stays)} stay, and do not ask any more.`,
    segments.length === 1 &&
      t`The segment ${sayNames(segments)} is made of its answers: nobody new comes into it.`,
    segments.length > 1 &&
      t`The segments ${sayNames(segments)} are made of its answers: nobody new comes into them.`,
    tokens.length === 1 && t`${sayNames(tokens)} writes its answer into the page.`,
    tokens.length > 1 && t`${sayNames(tokens)} write its answer into the page.`,
    t`Undo brings it back.`,
  ]
    .filter(Boolean)
    .join(' ');
}
