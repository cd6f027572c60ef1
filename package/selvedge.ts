// `import … from 'selvedge'`: judges a config and makes the files of a tag of it. Pure: values in, values out; who has the
// files on disk takes package/node.ts.

import { compile as compileRules } from '../shared/engine/compile.ts';
import { lintConfig } from '../shared/lint/lint.ts';
import { trimConfig } from '../shared/publish/bundle.ts';
import { compileTable } from '../shared/publish/compile-table.ts';
import type { Wanted } from '../shared/publish/compose.ts';
import { FORM, type Form } from '../shared/publish/form.ts';
import { partsOf } from '../shared/publish/parts-of.ts';
import { publishTag, type TagFile } from '../shared/publish/publish-tag.ts';
import { SIBLINGS } from '../shared/publish/siblings.ts';
import { type Checked, checkConfig as checkAlone } from '../shared/schema/check.ts';
import type { Config } from '../shared/schema/config.ts';
import { jsonSchema } from '../shared/schema/json-schema.ts';

export { type Form, sourcesOf } from '../shared/publish/form.ts';
export type { TagFile } from '../shared/publish/publish-tag.ts';
export type { Change } from '../shared/schema/change.ts';
export type { Checked } from '../shared/schema/check.ts';
export type { Condition } from '../shared/schema/condition.ts';
export type { Capture, Config, Goal, Segment } from '../shared/schema/config.ts';
export type { Experience, Trigger, Variant } from '../shared/schema/experience.ts';
export type { PagePattern } from '../shared/schema/page-pattern.ts';
export type { Problem } from '../shared/schema/problem.ts';
export type { Target } from '../shared/schema/target.ts';

/**
 * Every problem of a config, and what to write instead, with the advice that `selvedge check` gives. Never throws.
 *
 * @param source the text of a config file, or the value it holds
 */
export function checkConfig(source: unknown): Checked {
  const checked = checkAlone(source);
  if (!checked.config) return checked;
  return { ...checked, problems: [...checked.problems, ...lintConfig(checked.config, Date.now())] };
}

export interface BundleOptions {
  /** Without it as `selvedge bundle`: in two files. */
  form?: Form;
  /** Such as `sha384-…`, of a text: then the tag lets the browser load the others only if they are that. */
  integrityOf?: (text: string) => string;
}

export interface Bundled {
  /** What `selvedge.js` holds. It is uploaded last: what it asks for is there by then. */
  script: string;
  /** What lies beside it, in the order in which it is uploaded. */
  beside: TagFile[];
}

/**
 * The files of a tag with the config inside, the same bytes as `selvedge bundle` and the extension make.
 *
 * @param config one that `checkConfig` found fit
 * @param read the text of one of `sourcesOf`
 */
export function bundle(
  config: Config,
  read: (name: string) => string,
  { form = FORM, integrityOf }: BundleOptions = {},
): Bundled {
  const { script, rest } = publishTag(form, config, read, { ...(integrityOf && { integrityOf }) });
  return { script, beside: [...rest, ...SIBLINGS.map((one) => ({ ...one, text: read(one.name) }))] };
}

export interface Compiled {
  /** What a page looks up before its first paint instead of running rules. */
  table: string;
  /** Which parts of the tag stand before the first paint for it. */
  parts: Wanted;
}

/**
 * What of a config stands before the first paint of a tag in two files: what makes it heavy.
 *
 * @param config one that `checkConfig` found fit
 */
export const compile = (config: Config): Compiled => ({
  table: compileTable(config),
  parts: partsOf(compileRules(trimConfig(config))),
});

/** The JSON Schema of a config, as `selvedge schema` prints it. */
export const schema: () => Record<string, unknown> = jsonSchema;
