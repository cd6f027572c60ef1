// Checks that what the panel and what stands on a page beside it say goes through t`…` or tJsx`…` (shared/words/t.ts):
// a sentence in plain JSX, or in a plain string, is said in English whatever the browser's language.

import ts from '@typescript/typescript6';
import { type Finding, isIn, lineOf, type Source } from './finding.ts';

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

/** Rooms whose sentences authors read. */
const SAYING = ['extension', 'shared/lint', 'shared/publish', 'shared/schema'];
/** Here other sentences stand, too: what documents the schema, what a report holds, what a language model is told. */
const OTHERWISE = [
  'shared/schema/block.ts',
  'shared/schema/change.ts',
  'shared/schema/condition.ts',
  'shared/schema/config.ts',
  'shared/schema/experience.ts',
  'shared/schema/question.ts',
  'extension/panel/edit/tools/write-tones.ts',
  'extension/panel/site/report-shape.ts',
];
/** Four words in a row, one of them such as only sentences have: no selector, no style, no command. */
const isSentence = (text: string): boolean =>
  /(?:[\p{L}’']+[,:]?\s+){3}[\p{L}’']+/u.test(text) &&
  /\b(?:the|this|is|are|was|to|of|it|and|not|no|for|a|an|with|that) /i.test(text) &&
  !/[<>=;]/.test(text);

function findUntold(node: ts.Node, report: (node: ts.Node, text: string) => void): void {
  if (ts.isTaggedTemplateExpression(node) || ts.isTypeNode(node)) {
    const { template } = node as ts.TaggedTemplateExpression;
    if (template && ts.isTemplateExpression(template))
      for (const { expression } of template.templateSpans) findUntold(expression, report);
    return;
  }
  // what documents a field is read by nobody in the panel
  if (ts.isCallExpression(node) && /\.(?:describe|meta)$/.test(node.expression.getText())) return;
  const text = ts.isStringLiteralLike(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x')
      : '';
  if (isSentence(text)) report(node, text);
  ts.forEachChild(node, (child) => findUntold(child, report));
}

export function checkSaid({ path, text }: Source): Finding[] {
  const isSaying = isIn(path, ...SAYING) && /\.tsx?$/.test(path) && !OTHERWISE.includes(path);
  if (!isSaying) return [];
  const found: Finding[] = [];
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const report = (node: ts.Node, words: string) =>
    void found.push(
      `${path}:${lineOf(text, node.getStart())}: “${words.trim().slice(0, 40)}” is said in English alone. Say t\`…\` (shared/words/t.ts).`,
    );
  findUnsaid(source, report);
  findUntold(source, report);
  return found;
}
