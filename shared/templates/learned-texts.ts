// The words of the templates that ask what was learned, or answered. {name} stands for a parameter.

import { t } from '../words/t.ts';
import type { TemplateText } from './template-text.ts';

export const LEARNED_TEXTS: Readonly<Record<string, TemplateText>> = {
  'persona-of': {
    name: t`Buys like a group`,
    sentence: t`Of the groups of buyers, “{persona}” is the nearest.`,
  },
  'persona-back': {
    name: t`One of a group is back`,
    sentence: t`Buys like “{persona}”, and was away for {away} or longer before this visit.`,
  },
  'persona-looking': {
    name: t`One of a group looks around`,
    sentence: t`Buys like “{persona}”, looked at products {views} times or more in this visit, put none in the basket.`,
  },
  'persona-deciding': {
    name: t`One of a group decides`,
    sentence: t`Buys like “{persona}”, and put something in the basket in this visit.`,
  },
  'expected-much': {
    name: t`Much is expected`,
    sentence: t`{orders} order days or more are expected in the coming {ahead}, as your earlier buyers showed.`,
  },
  'expected-little': {
    name: t`Little is expected`,
    sentence: t`Fewer than {orders} order days are expected in the coming {ahead}, as your earlier buyers showed.`,
  },
  'expected-money': {
    name: t`Much money is expected`,
    sentence: t`Orders for {total} or more are expected in the coming {ahead}, as your earlier buyers showed.`,
  },
  'expected-second': {
    name: t`Ordered once, more is expected`,
    sentence: t`Ordered once; {orders} order days or more are expected in the coming {ahead}, as your earlier buyers showed.`,
  },
  'expected-much-back': {
    name: t`Much is expected, and back`,
    sentence: t`{orders} order days or more are expected in the coming {ahead}; was away for {away} or longer before this visit.`,
  },
  'expected-much-deciding': {
    name: t`Much is expected, deciding`,
    sentence: t`{orders} order days or more are expected in the coming {ahead}, and something is in the basket in this visit.`,
  },
  'expected-little-looking': {
    name: t`Little is expected, looks around`,
    sentence: t`Fewer than {orders} order days are expected in the coming {ahead}, but this is page {pages} or later of the visit.`,
  },
  'alive-hardly': {
    name: t`Longer away than usual`,
    sentence: t`Ordered on two days or more; the chance that buying has not ended is below {chance}, as your earlier buyers showed.`,
  },
  'alive-hardly-back': {
    name: t`Was longer away than usual, looks around`,
    sentence: t`Ordered on two days or more, and the chance that buying has not ended is below {chance}; is on page {pages} or later of this visit.`,
  },
  'alive-pausing': {
    name: t`Pauses, and buys on`,
    sentence: t`Has not ordered for {quiet}, but the chance that buying has not ended is {chance} or more, as your earlier buyers showed.`,
  },
  'goal-near': {
    name: t`A goal is near`,
    sentence: t`The chance of “{model}” in this visit is {chance} or more, as your earlier visits showed.`,
  },
  'goal-open': {
    name: t`A goal is neither near nor far`,
    sentence: t`The chance of “{model}” in this visit is {chance} or more, but below {below}, as your earlier visits showed.`,
  },
  'goal-near-looking': {
    name: t`A goal is near, looks around`,
    sentence: t`The chance of “{model}” in this visit is {chance} or more, and this is page {pages} or later.`,
  },
  'goal-far-looking': {
    name: t`A goal is far, looks around`,
    sentence: t`The chance of “{model}” in this visit is below {chance}, but this is page {pages} or later.`,
  },
  'answered-looking': {
    name: t`Answered, and looks around`,
    sentence: t`Answered {values}, and looked at products {views} times or more in this visit.`,
  },
  'answered-deciding': {
    name: t`Answered, and decides`,
    sentence: t`Answered {values}, and put something in the basket in this visit.`,
  },
  'answered-bought': {
    name: t`Answered, and bought`,
    sentence: t`Answered {values}, and ordered in the last {window}.`,
  },
  'answered-not-bought': {
    name: t`Answered, not bought yet`,
    sentence: t`Answered {values}, and has not ordered yet.`,
  },
};
