// The commands of `selvedge`: what each takes and what it does. The help of the terminal and docs/API.md are made of it.

import { FORM } from '../shared/publish/form.ts';

export interface Option {
  /** Its long name. */
  name: string;
  /** How it is written. */
  takes: string;
  does: string;
}

export interface Command {
  name: 'check' | 'bundle' | 'schema';
  /** What stands behind its name. */
  takes: string;
  does: string;
  options: Option[];
}

const usual = (form: typeof FORM): string => (form === FORM ? ' (this is usual)' : '');

export const COMMANDS: Command[] = [
  {
    name: 'check',
    takes: 'FILE',
    does: 'every problem of a config on a line: FILE:line:column: path: problem. remedy. Ends with 1 when there is an error, with 0 when there is none or only warnings',
    options: [{ name: 'json', takes: '--json', does: 'the same as data' }],
  },
  {
    name: 'bundle',
    takes: 'FILE',
    does: 'the tag with the config inside, and beside it what it loads later. Says what it wrote, what to upload and which line to put into your pages, then sizes and integrity hashes',
    options: [
      {
        name: 'out',
        takes: '-o, --out OUT',
        does: 'where the tag goes: a file, or a folder; - is the terminal. Without it: selvedge.js beside FILE',
      },
      {
        name: 'two',
        takes: '--two',
        does: `in two files: selvedge.js, all that stands before the first paint, and selvedge-later.js, the rest with the config; with selvedge-show.js for pages on which something is shown, and selvedge-listen.js for visitors who have refused${usual('two')}`,
      },
      { name: 'whole', takes: '--whole', does: `all of these in one file${usual('whole')}` },
      {
        name: 'inline',
        takes: '--inline',
        does: 'a script element for your pages and its CSP hash instead of a file of its own; without -o into the terminal',
      },
      {
        name: 'beside',
        takes: '--beside DIR',
        does: 'with --inline or -o -: where the other files go. Without it: beside FILE; with --whole they are only told',
      },
      {
        name: 'integrity',
        takes: '--integrity',
        does: 'the hash of the tag in the line for your pages, and in two files that of each in the one that asks for it',
      },
    ],
  },
  {
    name: 'schema',
    takes: '',
    does: 'the JSON Schema of a config, for your editor',
    options: [],
  },
];
