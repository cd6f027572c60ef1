// Where `-o` leads to a file that is there: it is written over only where the same command has written it. A config, a log or
// a letter would be lost.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What is there, as text; undefined where nothing is, or nothing that can be read: then writing tells why. */
function readHeld(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}

function parseObject(text: string): object | undefined {
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * @param out the place, as it was named
 * @param command by its name
 * @param isOwn whether that is what the command writes
 * @returns why nothing may be written there, and what to do
 */
export function refuseTaken(
  out: string,
  command: 'learn' | 'report',
  isOwn: (held: object) => boolean,
  cwd: string,
): string | undefined {
  const text = readHeld(resolve(cwd, out));
  if (!text) return undefined;
  const held = parseObject(text);
  if (held && isOwn(held)) return undefined;
  if (held && 'version' in held && 'segments' in held)
    return `-o ${out}: a config stands there. Choose another place.`;
  return (
    `-o ${out}: something stands there that \`selvedge ${command}\` has not written. ` +
    'Choose another place, or take it away first.'
  );
}
