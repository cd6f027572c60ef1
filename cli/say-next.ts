// What an owner does with what was made: the files go to the site, then a line goes into its pages.
import { basename, resolve } from 'node:path';
import { sayUpload } from '../shared/publish/say-upload.ts';
import { LATER } from '../shared/publish/siblings.ts';
import type { Strays } from './find-strays.ts';
import { integrityOf } from './hashes.ts';
import type { Io } from './io.ts';

/** “a, b and c” */
const list = new Intl.ListFormat('en-GB');

export interface Made {
  script: string;
  /** where it went; undefined: into the terminal */
  out: string | undefined;
  isInline: boolean;
  /** pages name the script by its hash */
  isVouched: boolean;
  /** names of the other files where they are not written, but only told */
  told: string[];
  /** the file of items that the config names, where it does not lie beside the config */
  missing: string | undefined;
  strays: Strays;
  /** what a policy of the site must allow for the element */
  policy: string | undefined;
}

const PASTE =
  'Put this line first into the head of every page; where the files lie in a folder of your site, put that before the name:';

/** @returns one step each; a second line is what to copy */
export function sayNext(made: Made, io: Io): string[] {
  const { out, isInline, told, missing, strays, policy } = made;
  const steps = [told.length ? sayTold(told, isInline, io) : sayUpload(isInline, out && basename(out))];
  if (!isInline) steps.push(`${PASTE}\n${lineOf(made)}`);
  else if (told.length) steps.push('Put the element first into the head of every page.');
  // a word of the tag's own would stand before every first paint
  if (!told.length)
    steps.push(
      'See that each file answers at its address there: a page goes on without one that is missing, and at most its console says so.',
    );
  if (missing !== undefined)
    steps.push(
      `See that ${missing}, which your config names, lies ${isInline ? "at your site's root" : 'beside the tag'} there: it is not beside your config, so it is not among these files, and without it no list shows an item. \`selvedge learn\` writes it.`,
    );
  if (policy) steps.push(`Where your site has a Content-Security-Policy, it must allow this:\n${policy}`);
  const { unneeded, robbed } = strays;
  if (unneeded.length)
    steps.push(
      `Not needed any more: ${unneeded.join(', ')}. Only a tag in two files asks for them, and this is one file. Take them away, unless another tag there is in two; on your site, once no browser keeps the old one.`,
    );
  if (robbed.length)
    steps.push(
      `See to ${robbed.join(', ')}: made in two files before, and ${LATER.name} beside it is now this one's. Take it away if this one is in its place; otherwise make each into a folder of its own.`,
    );
  return steps;
}

function lineOf({ script, out, isVouched }: Made): string {
  const name = encodeURIComponent(basename(out ?? 'selvedge.js'));
  return `<script src="/${name}"${isVouched ? ` integrity="${integrityOf(script)}" crossorigin` : ''}></script>`;
}

/** What to do with them by hand, as there is no folder to put them in. */
function sayTold(names: string[], isInline: boolean, { builtFolder }: Io): string {
  const from = builtFolder ? ` They lie in ${resolve(builtFolder)}.` : '';
  const place = isInline ? "at your site's root" : 'beside it';
  return `Put ${list.format(names)} ${place}: they are loaded from there when they are needed.${from}`;
}
