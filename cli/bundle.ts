// `selvedge bundle FILE`: the tag with the config inside, its size and its hash, and beside it the files that it loads
// later. Nothing is written before all of it is made, and the tag comes last: what it asks for is there by then.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inlineScript } from '../shared/publish/bundle.ts';
import type { Form } from '../shared/publish/form.ts';
import { publishTag } from '../shared/publish/publish-tag.ts';
import { SIBLINGS } from '../shared/publish/siblings.ts';
import type { Config } from '../shared/schema/config.ts';
import { findPlaces, type Places } from './find-places.ts';
import { findStrays } from './find-strays.ts';
import { formatBundle } from './format-bundle.ts';
import { formatProblem } from './format-problem.ts';
import { integrityOf, policyOf } from './hashes.ts';
import type { ExitCode, Io } from './io.ts';
import { readConfig } from './read-config.ts';
import { sayNext } from './say-next.ts';
import { warnAnew } from './warn-anew.ts';
import { type OwnFile, writeFiles } from './write-files.ts';

export interface BundleOptions {
  form: Form;
  /** where the script goes; `-` is stdout */
  out?: string;
  /** the folder of the other files, where the script itself goes into none */
  beside?: string;
  inline: boolean;
  /** the browser loads each file only if it is what was made here */
  integrity: boolean;
  /** the file of the config that visitors get until now */
  since?: string;
}

export function bundle(file: string, options: BundleOptions, io: Io): ExitCode {
  const checked = readConfig(file, io);
  if (!checked) return 1;
  const { config, problems } = checked;
  for (const problem of problems) io.err(`${formatProblem(problem, file)}\n`);
  const refuse = (why: string): ExitCode => {
    io.err(`${why}\n`);
    return 1;
  };
  if (!config) return refuse(`${file}: not bundled, as \`selvedge check\` refuses it`);
  if (options.since !== undefined) {
    const since = readConfig(options.since, io);
    if (!since?.config) return refuse(`${options.since}: no config to compare with, so nothing was bundled`);
    for (const problem of warnAnew(since.config, config)) io.err(`${formatProblem(problem, file)}\n`);
  }
  const places = findPlaces(file, options, io);
  if ('refusal' in places) return refuse(places.refusal);
  try {
    make(config, places, dirname(file), options, io);
    return 0;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** What goes together, where it lies beside the config; a site may have it already. */
function findItems({ items }: Config, home: string, io: Io): { name: string; what: string; text: string }[] {
  const { file } = items ?? {};
  if (file === undefined) return [];
  const path = resolve(io.cwd, home, file);
  if (!existsSync(path)) return [];
  const what = 'what is looked at and bought together: loaded where items are recommended';
  return [{ name: file, what, text: readFileSync(path, 'utf8') }];
}

/** @param home the folder of the config */
function make(config: Config, { out, beside }: Places, home: string, options: BundleOptions, io: Io): void {
  const { form, inline: isInline, integrity } = options;
  const { script, rest } = publishTag(form, config, io.readBuilt, { ...(integrity && { integrityOf }) });
  const siblings = SIBLINGS.map((one) => ({ ...one, text: io.readBuilt(one.name) }));
  const items = findItems(config, home, io);
  const others = [...rest, ...siblings, ...items];
  const { text, policy } = isInline ? makeElement(script) : { text: script, policy: undefined };

  const tag: OwnFile = {
    path: out ?? (isInline ? 'the element' : 'selvedge.js'),
    what: isInline ? 'what stands in the head of your pages' : 'the tag, which your pages name',
    text,
  };
  const files = [
    ...(beside === undefined ? [] : others.map((one) => ({ ...one, path: join(beside, one.name) }))),
    ...(out === undefined ? [] : [tag]),
  ];
  const optionOf = (one: OwnFile) => (one !== tag && (isInline || out === undefined) ? '--beside' : '-o');
  const done = writeFiles(files, optionOf, io);

  const live = config.experiences.filter(({ status }) => status === 'live').length;
  const report = formatBundle({
    contents: `revision ${config.revision}, ${live} of ${config.experiences.length} experiences live`,
    files: [
      ...files.map((one, i) => ({ ...one, done: done[i] ?? 'written' })),
      ...(out === undefined ? [{ ...tag, done: 'printed' as const }] : []),
    ].map((one) => ({ ...one, isElement: isInline && one.path === tag.path })),
    steps: sayNext(
      {
        script,
        out,
        isInline,
        isVouched: integrity,
        told: beside === undefined ? others.map(({ name }) => name) : [],
        missing: items[0] ? undefined : config.items?.file,
        strays: findStrays(form, script, beside ?? home, io),
        policy,
      },
      io,
    ),
  });
  if (out === undefined) io.out(text);
  // the report goes where the script does not
  (out === undefined ? io.err : io.out)(report);
}

function makeElement(script: string): { text: string; policy: string } {
  const { element, script: inside } = inlineScript(script);
  const policy = policyOf(inside);
  return { text: `<!-- Content-Security-Policy: ${policy} -->\n${element}\n`, policy };
}
