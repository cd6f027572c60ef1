// Whether an element holds words alone, with the little markup that an author's words may have: asked of the page, and by
// the panel of markup.

/** What is read of a node: the DOM's are such. */
export interface Written {
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<Written>;
  getAttribute?(name: string): string | null;
}

const WORDY = /^(#text|#comment|a|b|br|em|i|span|strong|wbr)$/;

/** @returns false where something is lost when the words are written anew: a picture, a list, a button */
export const isWordy = (root: Written): boolean =>
  [...root.childNodes].every((node) => WORDY.test(node.nodeName.toLowerCase()) && isWordy(node));
