// The commands of `selvedge`: what each takes and what it does. The help of the terminal and docs/API.md are made of it.

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
    does: 'every problem of a config: path: problem. remedy. Ends with 1 when there is an error, with 0 when there is none or only warnings',
  },
  {
    name: 'bundle',
    takes: 'FILE [-o OUT] [--inline]',
    options: ['out', 'inline'],
    does: "one script with the config inside (OUT: selvedge.js beside FILE; - is the terminal), its size and integrity hash; --inline: a <script> element and its CSP hash instead. Beside OUT it writes what the script loads later: selvedge-panel.js (the visitor's own view) and selvedge-purify.js (for browsers without setHTML)",
  },
  {
    name: 'schema',
    takes: '',
    options: [],
    does: 'the JSON Schema of a config, for your editor',
  },
];
