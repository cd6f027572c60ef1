// What an agent may read and write: configs below the folder it was started in, and drafts in one folder of it. Nothing
// else is touched, whatever a name or a link says.
import { lstatSync, mkdirSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { DEEPEST, MOST_CHARACTERS } from '../../shared/schema/limits.ts';
import { bundle } from '../bundle.ts';
import { explainReadError } from '../explain-file-error.ts';
import { type Io, readNow } from '../io.ts';
import { type JudgedText, judgeText } from '../judge-text.ts';
import { readConfig } from '../read-config.ts';

/** A config, as a file or as it is. */
export const Given = z
  .object({
    file: z.string().describe('its path from the folder this was started in').optional(),
    config: z.record(z.string(), z.unknown()).describe('or the config itself').optional(),
  })
  .refine(({ file, config }) => (file === undefined) !== (config === undefined), {
    message: 'Give either "file" or "config".',
  });
export type Given = z.infer<typeof Given>;

/** What Windows takes for a device, whatever stands behind it. */
const DEVICES = '(?:con|prn|aux|nul|com\\d|lpt\\d)';
export const DraftName = z
  .string()
  .regex(new RegExp(`^(?!${DEVICES}$)[\\w-]{1,60}$`, 'i'))
  .describe('letters, digits, - and _');

/** What is hidden in a folder, and what is no JSON, holds keys and words that no config has; a problem would quote them. */
const isReadable = (path: string): boolean =>
  path.endsWith('.json') && !path.split(sep).some((part) => part.startsWith('.'));

const isHolder = (one: unknown): one is object => typeof one === 'object' && one !== null;
/** Asked level by level: whatever asked itself again would be out of breath before the end. */
function isTooDeep(config: object): boolean {
  let level = [config];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => Object.values(one)).filter(isHolder);
  }
  return false;
}

/** @throws Error in words where nobody could read it again */
function toText(config: object): string {
  if (isTooDeep(config))
    throw new Error(
      `It is nested more than ${DEEPEST} levels deep. Split rules into segments that refer to each other.`,
    );
  return `${JSON.stringify(config, null, 2)}\n`;
}

export interface Desk {
  /** @throws Error in words where the file cannot be read */
  judge(given: Given): JudgedText;
  /** @returns its path @throws Error in words */
  writeDraft(name: string, config: object): string;
  /** Makes the files of a tag of a draft, in a folder beside it. @throws Error in words */
  bundleDraft(name: string, form: 'two' | 'whole'): { folder: string; said: string };
}

const isBelow = (path: string, folder: string): boolean =>
  path !== folder && path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** @param folder where drafts go, from where one stands */
export function openDesk(folder: string, io: Io): Desk {
  const home = realpathSync(io.cwd);
  const drafts = resolve(home, folder);
  if (!isBelow(drafts, home)) throw new Error(`${folder}: drafts lie in a folder below this one.`);

  /** Where something would be written: no part of the way may be a link, which could lead to what is published. */
  function refuseLinks(path: string): void {
    for (let at = path; at !== home; at = resolve(at, '..'))
      if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink())
        throw new Error(`${relative(home, at)} is a link: drafts are written to no other place.`);
  }

  /** @throws Error with what the file system refused, in words */
  function writing<T>(path: string, write: () => T): T {
    try {
      return write();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      throw new Error(`${relative(home, path)}: nothing can be written there (${message.split(',', 1)[0]}).`);
    }
  }

  function read(file: string): JudgedText {
    let real: string;
    try {
      // no path has such a sign, and the file system would say where this folder lies
      if (file.includes('\0')) throw Object.assign(new Error(), { code: 'ENOENT' });
      real = realpathSync(resolve(home, file));
    } catch (error) {
      throw new Error(explainReadError(error, file));
    }
    if (!isBelow(real, home)) throw new Error(`${file} does not lie below this folder.`);
    if (!isReadable(relative(home, real)) && !isBelow(real, drafts))
      throw new Error(`${file} is no config: only what ends in .json is read, and nothing that is hidden.`);
    // a pipe would be waited for by everybody who asks
    if (!statSync(real).isFile()) throw new Error(`${file} is no file.`);
    const why: string[] = [];
    const judged = readConfig(real, { ...io, err: (text) => void why.push(text) });
    if (!judged) throw new Error(why.join('').trim());
    return judged;
  }

  const fileOf = (name: string): string => join(drafts, `${name}.json`);
  return {
    judge: ({ file, config }) =>
      file === undefined ? judgeText(toText(config ?? {}), readNow(io)) : read(file),
    writeDraft(name, config) {
      const path = fileOf(name);
      const text = toText(config);
      if (text.length > MOST_CHARACTERS)
        throw new Error(`It has more than ${MOST_CHARACTERS / 1e6} million characters.`);
      return writing(path, () => {
        refuseLinks(path);
        mkdirSync(drafts, { recursive: true });
        writeFileSync(path, text);
        return relative(home, path);
      });
    },
    bundleDraft(name, form) {
      const into = join(drafts, name);
      read(relative(home, fileOf(name)));
      writing(into, () => {
        refuseLinks(into);
        mkdirSync(into, { recursive: true });
        for (const entry of readdirSync(into)) refuseLinks(join(into, entry));
      });
      const heard: string[] = [];
      const hear = (text: string): void => void heard.push(text);
      const code = bundle(
        relative(home, fileOf(name)),
        { form, out: join(relative(home, into), 'selvedge.js'), inline: false, integrity: false },
        { ...io, cwd: home, out: hear, err: hear },
      );
      const said = heard.join('').trim();
      if (code !== 0) throw new Error(said);
      return { folder: relative(home, into), said };
    },
  };
}
