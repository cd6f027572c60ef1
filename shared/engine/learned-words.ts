// What the conditions of learned numbers say in English (words.ts); a tag holds it where it holds these conditions.
//
// $n the figure · $a how far ahead · $b who showed it

export const learnedWords = {
  persona: 'Nearest of the groups of buyers$b: $n',
  expected: 'Order days expected in the next $a$b: $n',
  spent: 'Money expected in the next $a$b: $n',
  alive: 'Chance that buying has not ended$b: $n',
  /** $d on how many days · $f the first was so long ago · $l the last */
  bought: '$d, the first $f ago, the last $l ago. ',
  /** $n buyers · $t the last day that was learned from */
  shown: ', as $n buyers showed until $t',
};
