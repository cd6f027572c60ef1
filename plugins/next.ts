// `import withSelvedge from 'selvedge/next'`: the tag in a Next project. A build writes its files into public/, which Next
// serves as they are. While developing nothing is written: a server of our own makes them (next-server.ts), to which Next
// leads what asks for them, and a config that changes reloads the page, whatever bundles the project.
//
// Where the tag stands is the project's to say: first in <head> of its root layout, or of pages/_document.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatProblem } from '../cli/format-problem.ts';
import { type BundledFile, bundleFile } from '../package/node.ts';
import { CONFIG, filesOf, type SelvedgeOptions } from './files-of.ts';
import { RELOAD, serveFiles } from './next-server.ts';

export type { SelvedgeOptions } from './files-of.ts';

export interface Rewrite {
  source: string;
  destination: string;
}
type InPlaces = { beforeFiles?: Rewrite[]; afterFiles?: Rewrite[]; fallback?: Rewrite[] };
/** As much of a NextConfig as is looked at here. */
export interface Rewriting {
  rewrites?: () => Promise<Rewrite[] | InPlaces>;
}
export interface NextOptions extends SelvedgeOptions {
  /** The project's folder; without it the one that Next was started in. */
  root?: string;
}
type Make<Config, Context> = (phase: string, context: Context) => Config | Promise<Config>;

const isMake = <Config, Context>(from: Config | Make<Config, Context>): from is Make<Config, Context> =>
  typeof from === 'function';

/** Of next/constants, which is not there where a plugin is built. */
const DEVELOPMENT = 'phase-development-server';
const BUILD = 'phase-production-build';

/** Next reads its config in several processes: what is there already is not written again while another copies it. */
function writeOnce(path: string, text: string): void {
  let there: string | undefined;
  try {
    there = readFileSync(path, 'utf8');
  } catch {}
  if (there !== text) writeFileSync(path, text);
}

function writeFiles(made: BundledFile, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of filesOf(made)) writeOnce(join(folder, name), text);
}

/** Before public/, where an earlier build may have left its own. */
function leadTo(origin: string, rewrites: Rewriting['rewrites']): () => Promise<InPlaces> {
  const ours = [`:name(selvedge[\\w-]*\\.js)`, `:name(${RELOAD})`].map((name) => ({
    source: `/${name}`,
    destination: `${origin}/:name`,
  }));
  return async () => {
    const theirs = (await rewrites?.()) ?? [];
    const places = Array.isArray(theirs) ? { afterFiles: theirs } : theirs;
    return { ...places, beforeFiles: [...ours, ...(places.beforeFiles ?? [])] };
  };
}

/**
 * @param from a Next config, or a function that makes one
 * @returns what `next.config` exports; where the config is not fit, a build ends with ConfigError
 */
export default function withSelvedge<Config extends object, Context>(
  from: Config | Make<Config, Context>,
  { config = CONFIG, form, root = '.' }: NextOptions = {},
): (phase: string, context: Context) => Promise<Config & Rewriting> {
  const file = resolve(root, config);
  const make = (): BundledFile => bundleFile(file, { ...(form && { form }) });
  return async (phase, context) => {
    const next = isMake(from) ? await from(phase, context) : from;
    if (phase === BUILD) {
      const made = make();
      for (const problem of made.problems) console.warn(formatProblem(problem, config));
      writeFiles(made, resolve(root, 'public'));
    }
    if (phase !== DEVELOPMENT) return next;
    const { rewrites }: Rewriting = next;
    return { ...next, rewrites: leadTo(await serveFiles(make, file), rewrites) };
  };
}
