// Checks that what the panel and what stands on a page beside it say goes through t`…` or tJsx`…` (shared/words/t.ts):
// a sentence in plain JSX is said in English whatever the browser's language.

import ts from '@typescript/typescript6';
import { type Finding, lineOf, type Source } from './finding.ts';

/** Attributes of elements and components whose text people read or hear. */
const READ = new Set([
  'label',
  'title',
  'aria-label',
  'aria-description',
  'placeholder',
  'alt',
  'what',
  'question',
  'yes',
  'no',
  'hint',
  'about',
]);
/** Not a path, a rule of CSS, the tag of a language or what follows aria-. */
const hasWord = (text: string): boolean =>
  /\p{L}{2}/u.test(text) && !/^[/.]|^[a-z]{2}-[A-Z]{2}$|^description$/.test(text);
/** What is the same in every language: the product, code, keys. */
const isCode = (node: ts.Node): boolean =>
  ts.isJsxElement(node) && /^(code|kbd|pre)$/.test(node.openingElement.tagName.getText());

function findUnsaid(node: ts.Node, report: (node: ts.Node, text: string) => void): void {
  if (ts.isJsxText(node) && hasWord(node.text) && !isCode(node.parent) && node.text.trim() !== 'Selvedge')
    report(node, node.text);
  if (ts.isJsxAttribute(node) && READ.has(node.name.getText())) {
    const { initializer } = node;
    if (initializer && ts.isStringLiteral(initializer) && hasWord(initializer.text))
      report(node, initializer.text);
  }
  ts.forEachChild(node, (child) => findUnsaid(child, report));
}

export function checkSaid({ path, text }: Source): Finding[] {
  if (!path.endsWith('.tsx')) return [];
  const found: Finding[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  findUnsaid(source, (node, words) =>
    found.push(
      `${path}:${lineOf(text, node.getStart())}: “${words.trim().slice(0, 40)}” is said in English alone. Say t\`…\` (shared/words/t.ts).`,
    ),
  );
  return found;
}
