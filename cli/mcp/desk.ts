// What an agent may read and write: configs below the folder it was started in, and drafts in one folder of it. Nothing
// else is touched, whatever a name or a link says.
import { lstatSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
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

export const DraftName = z
  .string()
  .regex(/^[\w-]{1,60}$/)
  .describe('letters, digits, - and _');

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

  function read(file: string): JudgedText {
    const path = resolve(home, file);
    let real: string;
    try {
      real = realpathSync(path);
    } catch (error) {
      throw new Error(explainReadError(error, file));
    }
    if (!isBelow(real, home)) throw new Error(`${file} does not lie below this folder.`);
    const why: string[] = [];
    const judged = readConfig(real, { ...io, err: (text) => void why.push(text) });
    if (!judged) throw new Error(why.join('').trim());
    return judged;
  }

  const fileOf = (name: string): string => join(drafts, `${name}.json`);
  return {
    judge: ({ file, config }) =>
      file === undefined ? judgeText(JSON.stringify(config, null, 2), readNow(io)) : read(file),
    writeDraft(name, config) {
      const path = fileOf(name);
      refuseLinks(path);
      mkdirSync(drafts, { recursive: true });
      writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`);
      return relative(home, path);
    },
    bundleDraft(name, form) {
      const into = join(drafts, name);
      refuseLinks(into);
      mkdirSync(into, { recursive: true });
      for (const entry of readdirSync(into)) refuseLinks(join(into, entry));
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
