// What the terminal says about itself.
import { COMMANDS } from './commands.ts';

/** Where the right column begins, and how wide it is. */
const INDENT = 26;
const WIDTH = 74;

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** What is too long for the left column has a line of its own. */
function entry(call: string, does: string): string[] {
  const lines = wrap(does);
  const isLong = call.length >= INDENT;
  const right = isLong ? ['', ...lines] : lines;
  return right.map((line, i) => (i === 0 ? call : '').padEnd(INDENT) + line).map((line) => line.trimEnd());
}

type Command = (typeof COMMANDS)[number];

/** What one command takes. */
export const helpOf = ({ name, takes, does, options }: Command): string =>
  [
    ...entry(`  selvedge ${name} ${takes}`, does),
    ...options.flatMap((option) => entry(`    ${option.takes}`, option.does)),
    '',
  ].join('\n');

const TITLE = "selvedge: website personalization on the visitor's own device";

const BRIEF: Record<Command['name'], string> = {
  check: 'finds every problem of a config, and says its remedy',
  bundle: 'makes the tag with the config inside, to upload',
  learn: 'makes numbers for the config from your own export',
  report: 'says of your access log whether an experience helps',
  plan: 'says how many visitors it takes to see a lift',
  schema: 'prints the JSON Schema of a config, for your editor',
  mcp: 'lets an agent do the same',
};

/** For who names no command. */
export const OVERVIEW = [
  TITLE,
  '',
  ...COMMANDS.flatMap(({ name, takes }) =>
    // what `plan` takes is no name of a file, and stands in its own help
    entry(`  selvedge ${name} ${takes.startsWith('-') ? '…' : takes}`, BRIEF[name]),
  ),
  '',
  ...entry('  selvedge help COMMAND', 'what a command takes'),
  ...entry('  selvedge help', 'all of it'),
  '',
].join('\n');

export const HELP = `${TITLE}

${COMMANDS.map(helpOf).join('\n')}
  selvedge --help, --version
  selvedge COMMAND --help
`;
