// The JSON Schema of a config, for editors' completion and hover texts. Made from the zod schema, so the
// two cannot disagree on shape; what only `selvedge check` can tell (ids, addresses, html) is not in it.
import * as z from 'zod';
import { Config } from './config.ts';

export function jsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(Config, { target: 'draft-2020-12', io: 'input' }) };
}
