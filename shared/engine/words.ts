// Every word the engine says in English: templates and names, no logic, so that a translation is a table like it.
//
// $e the event and its tests · $k the id, key, topic or kind · $o the prop · $n the figure or a value · $w the window ·
// $t a time, a need or a doubt · `one|many|none|asked for none`. A name that is not listed is said as it is, with spaces for
// underscores. Ships in the tag: keep it short.

import { learnedWords } from './learned-words.ts';
import { modelWords } from './model-words.ts';
import { plainEvents, plainNames } from './plain-words.ts';
import { statedWords } from './stated-words.ts';

/** Of names that may be more than those listed. */
function table(words: Record<string, string>): Record<string, string> {
  return words;
}

export const english = {
  /** of dates; a language tag */
  locale: 'en-GB',
  /** a segment's whole sentence by its answer; the last one ends every doubtful sentence */
  answers: { true: 'In “$k”.', false: 'Not in “$k”.', unknown: 'Unknown: $t.' },
  until: ' So until $t unless something happens.',
  since: ' Remembered since $t.',
  needs: '; needs $t',
  more: { true: ' One more$t would end it.', false: ' One more$t would do.' },
  before: ' before $t',
  nothing: 'nothing',
  where: ' where ',
  is: ' is ',
  and: ' and ',
  next: ', then ',
  to: ' to ',
  /** by the condition's field; `steps` is how long a sequence may take */
  windows: {
    within: ' in the last $n',
    between: ' $n ago',
    during: ' in this visit',
    steps: ' within $n',
    same: ' with the same $n',
    without: ', then not $n',
    inLast: ', in the last $n',
    after: ', $n ago or longer',
  },
  units: ['seconds', 'minutes', 'hours', 'days'],
  kinds: table({
    ...learnedWords,
    ...modelWords,
    ...statedWords,
    /** those that are not listed */
    '': '$k$o of “$e”$w: $n',
    all: 'All of these:',
    any: 'Any of these:',
    none: 'None of these:',
    count: '$e once$w|$e $n times$w|$e: never$w|never',
    days: '$e on 1 day$w|$e on $n days$w',
    since: 'Time since “$e”: $n',
    age: 'Time since the first visit: $n',
    away: 'Time away before this visit: $n',
    sequence: '$e$w: $n',
    interest: 'Interest in $k: $n',
    rfm: 'Purchases: $n',
    trait: 'Stated $k: $n',
    context: '$k: $n',
  }),
  doubts: table({
    waiting: 'waiting for consent',
    memory: 'this browser cannot keep a history',
    new: 'this rule is new; your history is being read',
    clock: 'the clock is behind the history',
    pruned: 'part of that time is forgotten',
  }),
  events: table({
    '': 'Was here',
    ...plainEvents,
  }),
  /** operators and values */
  names: table({
    $eq: '',
    $ne: 'not',
    $gt: 'more than',
    $gte: 'at least',
    $lt: 'less than',
    $lte: 'at most',
    $in: 'one of',
    $nin: 'none of',
    $contains: 'something that holds',
    $startsWith: 'something that begins with',
    $endsWith: 'something that ends with',
    ...plainNames,
  }),
};

export type Words = typeof english;
