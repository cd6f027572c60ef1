// `import … from 'selvedge/node'`: the same as 'selvedge' for who has the config as a file.

import { explainReadError } from '../cli/explain-file-error.ts';
import { formatProblem } from '../cli/format-problem.ts';
import { integrityOf, policyOf } from '../cli/hashes.ts';
import { judgeText } from '../cli/judge-text.ts';
import type { PlacedProblem } from '../cli/place-problems.ts';
import { readBuilt as readOwn } from '../cli/read-built.ts';
import { readText } from '../cli/read-text.ts';
import { inlineScript } from '../shared/publish/bundle.ts';
import { type Bundled, bundle, type Config, type Form } from './selvedge.ts';

export type { PlacedProblem } from '../cli/place-problems.ts';

/** What is thrown for a config that is not fit to be published, or cannot be read; its message has a line for each problem. */
export interface ConfigError extends Error {
  name: 'ConfigError';
  /** Errors first, with `line` and `column` where they have a place in the file. */
  problems: PlacedProblem[];
}

export const isConfigError = (thrown: unknown): thrown is ConfigError =>
  thrown instanceof Error && thrown.name === 'ConfigError';

const fail = (message: string, problems: PlacedProblem[]): Error =>
  Object.assign(new Error(message), { name: 'ConfigError', problems });

export interface ReadConfig {
  config: Config;
  /** Warnings: advice. */
  problems: PlacedProblem[];
}

/** @throws ConfigError */
export function readConfig(file: string): ReadConfig {
  let text: string | PlacedProblem;
  try {
    text = readText(file);
  } catch (error) {
    throw fail(explainReadError(error, file), []);
  }
  const { config, problems } = typeof text === 'string' ? judgeText(text, Date.now()) : { problems: [text] };
  if (config) return { config, problems };
  throw fail(problems.map((problem) => formatProblem(problem, file)).join('\n'), problems);
}

/** The text of a file of this package's build, such as `selvedge.js`. */
export const readBuilt = (name: string): string => readOwn(name);

export interface BundleFileOptions {
  /** Without it as `selvedge bundle`: in two files. */
  form?: Form;
  /** The tag lets the browser load the others only if they are what was made here. */
  integrity?: boolean;
}

export interface BundledFile extends ReadConfig, Bundled {
  /** `sha384-…` of `script`, for the `integrity` of its script element. */
  integrity: string;
  /** The script as an element that stands in the page itself, and the CSP that lets it run. */
  inline: { element: string; policy: string };
}

/** @throws ConfigError */
export function bundleFile(file: string, { form, integrity = false }: BundleFileOptions = {}): BundledFile {
  const read = readConfig(file);
  const made = bundle(read.config, readBuilt, {
    ...(form && { form }),
    ...(integrity && { integrityOf }),
  });
  const { element, script: inside } = inlineScript(made.script);
  return {
    ...read,
    ...made,
    integrity: integrityOf(made.script),
    inline: { element, policy: policyOf(inside) },
  };
}
