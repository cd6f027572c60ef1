// What the condition of a model says in English (words.ts); a tag holds it where it holds that condition.
//
// $n the chance where there is none · $e the event that is the goal

export const modelWords = {
  model: 'Chance of “$e” in this visit: $n',
  /** $m of a hundred, $l to $h as far as anybody can tell · $b how many visits showed it */
  such: 'Of 100 such visits about $m ended in “$e” ($l–$h)$b',
  /** $n visits · $t the last day that was learned from */
  showed: ', as $n visits showed until $t',
};
