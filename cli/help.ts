// What the terminal says about itself.
import { COMMANDS } from './commands.ts';

/** Where the right column begins, and how wide it is. */
const INDENT = 42;
const WIDTH = 58;

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const said = COMMANDS.flatMap(({ name, takes, does }) => {
  const call = `  selvedge ${name} ${takes}`;
  // a call that is too long for the left column stands on a line of its own
  const [first, rest] = call.length < INDENT ? [call, ''] : ['', `${call}\n`];
  return wrap(does).map((line, i) => (i === 0 ? rest + first.padEnd(INDENT) : ' '.repeat(INDENT)) + line);
});

export const HELP = `selvedge: website personalization on the visitor's own device

${said.join('\n')}
  selvedge --help, --version
`;
