// Where the config comes from, and the little the page must check itself.
//
// The full check is done wherever a config is written (shared/schema); here nothing is trusted: what is
// not a config at all leaves the page original with one warning, a broken part is skipped alone.

import { parseJson, toJson } from '../shared/engine/native.ts';
import { readThrown } from '../shared/engine/thrown.ts';
import type { Config } from '../shared/schema/config.ts';
import { isObject, readParts } from './read-parts.ts';
import type { Warn } from './warn.ts';

/** The build makes a string of this name, and `selvedge bundle` puts the config, as a literal, in its place. */
declare const __SELVEDGE_CONFIG__: unknown;
const BUNDLED = __SELVEDGE_CONFIG__;

/** Whether the config is inside. */
export const isBundled = (): boolean => isObject(BUNDLED);

type Refuse = (message: string) => undefined;

/** The config, or undefined after saying why not. */
export function toConfig(value: unknown, refuse: Refuse, warn: Warn): Config | undefined {
  if (!isObject(value)) return refuse('not a Selvedge config');
  if (value.version !== 1)
    return refuse(`the config says version ${toJson(value.version)}; this tag reads version 1`);
  const { segments, experiences } = value;
  if (!Array.isArray(segments) || !Array.isArray(experiences))
    return refuse('the config has no list of segments or no list of experiences');
  return readParts(value, warn);
}

/** Rejects where the file cannot be had or read. */
async function ask(address: string, asked = fetch(address)): Promise<unknown> {
  const answer = await asked;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return parseJson(text);
}

/**
 * Hands over the config: at once where it is bundled, later where it is a file beside the tag (`data-config`).
 * Never throws; without a usable config `none` is called instead, after one warning.
 *
 * @param asked what that file answers, where it was asked for
 */
export function loadConfig(
  address: string | undefined,
  warn: Warn,
  use: (config: Config) => void,
  none: () => void,
  asked?: Promise<Response>,
): void {
  const refuse = (message: string, path = address): undefined => {
    warn({ code: 'config', message: `${message}. The page stays original.`, ...(path && { path }) });
    none();
  };
  const take = (value: unknown, where: string) => {
    try {
      const config = toConfig(value, (message) => refuse(message, where), warn);
      if (config) use(config);
    } catch (error) {
      // deeper or larger than a browser can walk
      refuse(`cannot be used (${readThrown(error).message})`, where);
    }
  };
  if (isBundled()) {
    if (address)
      warn({
        code: 'config',
        message: 'data-config is ignored: this tag has a config inside.',
        path: address,
      });
    take(BUNDLED, 'bundled config');
  } else if (!address) refuse('no config: add data-config="/selvedge.json", or use `selvedge bundle`');
  else
    void ask(address, asked).then(
      (value) => take(value, address),
      (error: Error) => refuse(`not readable as JSON (${error.message})`),
    );
}
