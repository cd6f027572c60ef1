// What an author, or a page, has named in a condition or figure: of this text `selvedge check` judges whether a model weighs
// a sensitive matter, and so does `selvedge learn` before it offers a term.

interface Named {
  event?: string;
  topic?: string;
  where?: object;
  of?: unknown;
  steps?: object[];
}

/** Values, keys and the tests around them: what is looked for in a topic, a category or an item says what it is about. */
export function namedWords(node: object): string {
  const { event, topic, where, of, steps }: Named = node;
  return JSON.stringify([event, topic, where, of, steps]);
}
