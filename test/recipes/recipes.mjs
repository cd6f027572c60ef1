// Recipes of docs/INSTALL.md that need somebody else's program: each is tried with the real one.
//
//   npm run test:recipes                 all of them; needs dist/
//   npm run test:recipes -- next nginx   some
//
// Exit 1 where one does not hold; one whose program cannot be had here is skipped, with the reason, and counted.

import { readdirSync } from 'node:fs';

const OWN = ['recipes', 'serve', 'find-program', 'read-recipe', 'cached-files', 'start-server', 'run-server'];
const all = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => name.replace('.mjs', ''))
  .filter((name) => !OWN.includes(name));
const named = process.argv.slice(2);
const wanted = named.length ? named : all;

let bad = 0;
let skipped = 0;
for (const name of wanted) {
  const { title, tryRecipe } = await import(new URL(`${name}.mjs`, import.meta.url));
  try {
    const reason = await tryRecipe();
    if (reason) skipped++;
    console.log(reason ? `skipped ${title}: ${reason}` : `ok      ${title}`);
  } catch (error) {
    bad++;
    console.log(`FAULTS  ${title}\n        ${error.message}`);
  }
}
console.log(
  `${wanted.length - bad - skipped} of ${wanted.length} recipes hold, ${bad} do not, ${skipped} skipped`,
);
process.exit(bad ? 1 : 0);
