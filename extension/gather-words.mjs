// `npm run words`: writes every sentence of the extension into _locales/en, and names those that another language lacks.
//
// A sentence is a template t`…` or tJsx`…` in the sources (shared/words/t.ts). Keys go by the English, so a sentence
// that is written anew asks for its translation anew; what nobody says any more goes from every language.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from '@typescript/typescript6';
import { keyOf } from '../shared/words/key-of.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** English first: it is what the sources say. */
export const LANGUAGES = ['en', 'de'];
/** Said by the manifest and the background, under keys of their own. */
const OWN = ['name', 'description', 'language', 'open', 'openHere'];

/** The templates of one file, as English with `{0}`, `{1}` … */
function readSentences(path, text) {
  const found = [];
  const look = (node) => {
    if (ts.isTaggedTemplateExpression(node) && /^(t|tJsx)$/.test(node.tag.getText())) {
      const { template } = node;
      found.push(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : template.templateSpans.reduce(
              (all, { literal }, at) => `${all}{${at}}${literal.text}`,
              template.head.text,
            ),
      );
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** Every sentence by its key, and the files that say it. */
export function gatherWords() {
  const words = new Map();
  for (const room of ['extension', 'shared'])
    for (const name of readdirSync(join(root, room), { recursive: true }).sort()) {
      const path = `${room}/${name}`;
      if (!/\.tsx?$/.test(path)) continue;
      for (const english of readSentences(path, readFileSync(join(root, path), 'utf8'))) {
        const key = keyOf(english);
        const one = words.get(key) ?? { english, paths: [] };
        if (one.english !== english)
          throw new Error(
            `“${english}” and “${one.english}” share the key ${key}: word one of them differently`,
          );
        words.set(key, one);
        if (!one.paths.includes(path)) one.paths.push(path);
      }
    }
  return words;
}

/** A text as a catalog holds it: "$" begins a placeholder there. */
const toMessage = (text) => text.replaceAll('$', '$$$$');
/** Where a language's catalog lies, in the extension and below extension/ here. */
export const catalogOf = (language) => `_locales/${language}/messages.json`;
const fileOf = (language) => join(root, 'extension', catalogOf(language));
export const readCatalog = (language) => JSON.parse(readFileSync(fileOf(language), 'utf8'));
const writeCatalog = (language, messages) =>
  writeFileSync(fileOf(language), `${JSON.stringify(messages, null, 2)}\n`);
const keepOwn = (messages) => Object.fromEntries(OWN.map((key) => [key, messages[key]]));

function main() {
  const words = gatherWords();
  const sorted = [...words].sort(([, one], [, other]) =>
    one.paths[0] + one.english < other.paths[0] + other.english ? -1 : 1,
  );
  writeCatalog('en', {
    ...keepOwn(readCatalog('en')),
    ...Object.fromEntries(
      sorted.map(([key, { english, paths }]) => [
        key,
        { message: toMessage(english), description: paths.join(', ') },
      ]),
    ),
  });
  for (const language of LANGUAGES.slice(1)) {
    const messages = readCatalog(language);
    const lacks = sorted.filter(([key]) => !messages[key]);
    writeCatalog(language, {
      ...keepOwn(messages),
      ...Object.fromEntries(sorted.filter(([key]) => messages[key]).map(([key]) => [key, messages[key]])),
    });
    for (const [key, { english }] of lacks) console.log(`${language} lacks ${key}: ${english}`);
    console.log(`${language}: ${sorted.length - lacks.length} of ${sorted.length} sentences`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
