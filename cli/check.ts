// `selvedge check FILE [--json]`: every problem on a line.
import { formatProblem } from './format-problem.ts';
import type { ExitCode, Io } from './io.ts';
import { readConfig } from './read-config.ts';
import { sayCount } from './say-count.ts';

export function check(file: string, options: { json: boolean }, io: Io): ExitCode {
  const checked = readConfig(file, io);
  if (!checked) return 1;
  const { problems } = checked;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  if (options.json) {
    io.out(`${JSON.stringify({ file, errors, warnings, problems }, null, 2)}\n`);
  } else {
    for (const problem of problems) io.out(`${formatProblem(problem, file)}\n`);
    const fit = errors === 0 ? 'fit to be published' : 'not fit to be published';
    io.err(`${file}: ${fit} (${sayCount(errors, 'error')}, ${sayCount(warnings, 'warning')})\n`);
  }
  return errors > 0 ? 1 : 0;
}
