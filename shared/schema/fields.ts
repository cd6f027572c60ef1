// An object whose fields are all known: anything else is a spelling mistake and refused with the list.
import * as z from 'zod';

const KNOWN = 'known fields: ';

/** Like z.strictObject, but the refusal of an unknown field carries the fields there are. */
export function fields<T extends z.core.$ZodShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? KNOWN + Object.keys(shape).join(' ') : undefined),
  });
}

/** The list that `fields` put into a message. */
export function readKnownFields(message: string): string[] {
  return message.startsWith(KNOWN) ? message.slice(KNOWN.length).split(' ') : [];
}
