// What a tag lends to a file or a part of its own that is built by itself, as the file says it that lends it: nothing but
// imports, and a list of what they name in their order.

import { readFileSync } from 'node:fs';

/** @returns the names by the file, or the package, that they are of */
export const readLent = (file) =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(/^import \{([^}]+)\} from '([^']+)';$/gm),
    ([, names, from]) => ({ names: names.match(/\w+/g), from }),
  );
