// Markup as a tree of JSON: what is left of html when it is published, so that the page parses none. A text; or an
// element's name, its attributes or 0, and what it holds. Tokens in texts are still to be filled.

export type Markup = string | [string, { [attribute: string]: string } | 0, ...Markup[]];
