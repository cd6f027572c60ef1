// The commands of `selvedge`: what each takes and what it does. The help of the terminal and docs/API.md are made of it.

import { FORM } from '../shared/publish/form.ts';

export interface Command {
  name: 'check' | 'bundle' | 'schema';
  /** What stands behind its name. */
  takes: string;
  /** The long names of its options. */
  options: string[];
  does: string;
}

export const COMMANDS: Command[] = [
  {
    name: 'check',
    takes: 'FILE [--json]',
    options: ['json'],
    does: 'every problem of a config on a line: FILE:line:column: path: problem. remedy. Ends with 1 when there is an error, with 0 when there is none or only warnings',
  },
  {
    name: 'bundle',
    takes: 'FILE [-o OUT] [--inline] [--beside DIR] [--two | --whole] [--integrity]',
    options: ['out', 'inline', 'beside', 'whole', 'two', 'integrity'],
    does: [
      'the tag with the config inside (OUT: selvedge.js beside FILE; - is the terminal): says what was written, which files to upload and which line to put into your pages, then sizes and integrity hashes; --inline: a <script> element and its CSP hash instead.',
      "Beside OUT it writes what the tag loads later: selvedge-panel.js (the visitor's own view) and selvedge-purify.js (for browsers without setHTML); with --inline or -o - into DIR (without it beside FILE where the tag is two files, else it only tells).",
      '--two makes two files of the tag: selvedge.js, all that stands before the first paint, and selvedge-later.js, the rest with the config, with selvedge-show.js for pages on which something is shown and selvedge-listen.js for visitors who have refused. --whole makes one of it.',
      `Without either: --${FORM}.`,
      '--integrity writes the hash of the tag into the line for your pages, and that of each of the other three into the file that asks for it',
    ].join(' '),
  },
  {
    name: 'schema',
    takes: '',
    options: [],
    does: 'the JSON Schema of a config, for your editor',
  },
];
