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

export const HELP = `selvedge: website personalization on the visitor's own device

${COMMANDS.map(helpOf).join('\n')}
  selvedge --help, --version
  selvedge COMMAND --help
`;
