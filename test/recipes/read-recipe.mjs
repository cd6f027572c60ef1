// What docs/INSTALL.md says, as it stands there: what is tried is what is copied.

import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../docs/INSTALL.md', import.meta.url), 'utf8');

/** @returns {string} the code under this heading, the first of that kind */
export function readRecipe(heading, kind) {
  const section = text.split(/^#{2,4} /m).find((part) => part.startsWith(`${heading}\n`));
  const [, code] = new RegExp(`\`\`\`${kind}\\n([\\s\\S]+?)\\n\`\`\``).exec(section ?? '') ?? [];
  if (code === undefined) throw new Error(`docs/INSTALL.md has no ${kind} under “${heading}”`);
  return code;
}
