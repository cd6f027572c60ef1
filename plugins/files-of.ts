// What a plugin writes or serves: the tag and the files beside it, by name.

import type { BundledFile } from '../package/node.ts';
import type { Form } from '../package/selvedge.ts';

export interface SelvedgeOptions {
  /** The config, from the project's root on; `selvedge.json` without it. */
  config?: string;
  /** Without it as `selvedge bundle`: in two files. */
  form?: Form;
}

export const TAG = 'selvedge.js';
export const CONFIG = 'selvedge.json';
export const NAME = /^selvedge[\w-]*\.js$/;

/** The tag last: what it asks for is there by then. */
export const filesOf = ({ script, beside }: BundledFile): Map<string, string> =>
  new Map([...beside.map(({ name, text }) => [name, text] as const), [TAG, script]]);
