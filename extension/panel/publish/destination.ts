// Where a site's config is published to, kept per site; and its token, kept apart: for as long as the browser is open
// (storage.session, never on disk), or on this device when the author says so.

import * as z from 'zod/mini';
import { readWhileOpen, writeWhileOpen } from '../../wire/browser.ts';
import { type Stored, stored } from '../../wire/stored.ts';

const Destination = z.object({
  url: z.string(),
  format: z.enum(['json', 'js']),
  scheme: z.enum(['bearer', 'basic']),
  keep: z.enum(['open', 'device']),
  /** what this browser last knew to be there, to tell somebody else's work from our own */
  known: z.optional(z.string()),
  /** what was last sent there, whatever became of it: if no answer came, it may lie there after all */
  sent: z.optional(z.string()),
});
export type SavedDestination = z.infer<typeof Destination>;

export const destinationOf = (origin: string): Stored<SavedDestination> =>
  stored(`destination:${origin}`, 1, Destination);
const tokenOnDevice = (origin: string): Stored<string> => stored(`token:${origin}`, 1, z.string());

export async function readToken(origin: string): Promise<string> {
  const inMemory = await readWhileOpen(`token:${origin}`);
  return typeof inMemory === 'string' ? inMemory : ((await tokenOnDevice(origin).read()) ?? '');
}

export async function keepToken(origin: string, token: string, keep: 'open' | 'device'): Promise<void> {
  await writeWhileOpen(`token:${origin}`, token);
  if (keep === 'device') await tokenOnDevice(origin).write(token);
  else await tokenOnDevice(origin).remove();
}

/**
 * The Authorization header; undefined without a token. Basic takes "name:password". See RFC 6750, and
 * https://www.rfc-editor.org/rfc/rfc7617.html
 */
export function writeAuthorization(token: string, scheme: 'bearer' | 'basic'): string | undefined {
  if (!token) return undefined;
  if (scheme === 'bearer') return `Bearer ${token}`;
  const bytes = new TextEncoder().encode(token);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
