// The tag as an owner serves it: the built file with a config inside, or beside it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FORM, type Form, WHOLE } from '../../shared/publish/form.ts';
import type { PublishOptions } from '../../shared/publish/publish-files.ts';
import { publishTag } from '../../shared/publish/publish-tag.ts';
import { MEASURING, REST } from '../../shared/publish/siblings.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Site } from './site.ts';

export const readBuilt = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), 'utf8');
const whole = () => readBuilt(WHOLE);

/** The smallest config there is, consent implied; `parts` are added. */
export function configOf(parts: Partial<Config> = {}): Config {
  return {
    version: 1,
    site: 'test.example',
    revision: 1,
    privacy: { consent: 'implied' },
    segments: [],
    experiences: [],
    ...parts,
  };
}

/** One live experience on every page that gives `segment` these changes. */
export function experienceOf(
  segment: string,
  changes: Config['experiences'][0]['variants'][0]['changes'],
  parts: Partial<Config['experiences'][0]> = {},
): Config['experiences'][0] {
  return {
    id: `for-${segment}`,
    name: segment,
    status: 'live',
    pages: ['*'],
    variants: [{ id: 'v', name: 'v', segment, changes }],
    ...parts,
  };
}

/** Whether specs serve the tag in two files, or in one (`TAG=whole`). */
export const isInTwo = (process.env.TAG ?? FORM) === 'two';

/** The files of a tag with this config inside, by name. */
function filesWith(
  form: Form,
  config: Config,
  read = readBuilt,
  options?: PublishOptions,
): Record<'selvedge.js', string> {
  const { script, rest } = publishTag(form, config, read, options);
  return { 'selvedge.js': script, ...Object.fromEntries(rest.map(({ name, text }) => [name, text])) };
}

/** The same in two files, whatever the specs are served. */
export const twoFilesWith = (config: Config, options?: PublishOptions) =>
  filesWith('two', config, readBuilt, options) as Record<
    'selvedge.js' | 'selvedge-later.js' | 'selvedge-show.js' | 'selvedge-listen.js',
    string
  >;

/** How the rest asks for what shows changes, such as `/selvedge-show.js?1x2y3z`. */
export const addressOfShow = ({ 'selvedge-later.js': later }: { 'selvedge-later.js': string }): string =>
  `/selvedge-show.js?${/"hash":"(\w+)"/.exec(later)?.[1]}`;

/**
 * Serves the tag with this config inside, as its owner publishes it: `/selvedge.js`, and beside it what that asks for.
 *
 * @param headers of each file
 * @param read a file of the build that it is made of
 */
export function serveTag(
  site: Pick<Site, 'serve'>,
  config: Config,
  {
    folder = '/',
    headers = {},
    read = readBuilt,
  }: { folder?: string; headers?: Record<string, string>; read?: typeof readBuilt } = {},
): void {
  for (const [name, body] of Object.entries(filesWith(isInTwo ? 'two' : 'whole', config, read)))
    site.serve(`${folder}${name}`, { body, headers });
}

/** The script with this config inside: all of it in one file. */
export const tagWith = (config: Config): string => filesWith('whole', config)['selvedge.js'];

/** A tag without a config, as it is given away, by name. */
export const bareFiles = (inTwo = isInTwo): Record<string, string> =>
  inTwo
    ? Object.fromEntries(
        ['selvedge.js', MEASURING.name, ...REST.map(({ name }) => name)].map((name) => [
          name,
          readBuilt(name),
        ]),
      )
    : { 'selvedge.js': whole() };

/** Serves it: `/selvedge.js`, and beside it what that asks for. */
export function serveBare(
  site: Pick<Site, 'serve'>,
  {
    folder = '/',
    headers = {},
    inTwo = isInTwo,
  }: { folder?: string; headers?: Record<string, string>; inTwo?: boolean } = {},
): void {
  for (const [name, body] of Object.entries(bareFiles(inTwo)))
    site.serve(`${folder}${name}`, { body, headers });
}

/** A page with the tag first in its head. */
export const pageWith = (body: string, attributes = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><script src="/selvedge.js" ${attributes}></script></head><body>${body}</body></html>`;
