// What a tab previews, under a random token that the tab's sessionStorage holds as `selvedge:preview`.
//
// The token is all the page ever sees; what it stands for is kept by the extension, so a page that writes a token of
// its own gets nothing but its own original. The stage reads this at document start and follows every change of it.

import * as z from 'zod/mini';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import type { TraitValue } from '../../shared/engine/profile.ts';
import type { Config } from '../../shared/schema/config.ts';
import { readAllStored, removeStored } from './browser.ts';
import { isRecord } from './is-record.ts';
import { type Stored, stored } from './stored.ts';

export const PREVIEW_KEY = 'selvedge:preview';

const Traits = z.custom<Record<string, TraitValue>>(isRecord);
const Event = z.custom<VisitorEvent>(isRecord);
const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

export const As = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('original') }),
  /** in exactly these segments and in no other */
  z.object({ kind: z.literal('segments'), ids: z.array(z.string()) }),
  /** a made-up visitor who walks the site: `events` grow with every page */
  z.object({
    kind: z.literal('visitor'),
    id: z.string(),
    name: z.string(),
    events: z.array(Event),
    traits: Traits,
    facts: Facts,
    /** ms that their clock is ahead of ours */
    aheadMs: z.number(),
  }),
]);
export type As = z.infer<typeof As>;

/** What the panel's views can show: what visitors get, a file that the author opened, their own draft. */
export const Side = z.enum(['live', 'file', 'draft']);
export type Side = z.infer<typeof Side>;

export const PreviewState = z.object({
  tabId: z.number(),
  origin: z.string(),
  config: z.custom<Config>(isRecord),
  /** experiences that are drafts show too: the config is the author's own, not found on the page */
  drafts: z.boolean(),
  /** which one `config` is, and goes on following; none while a variant is edited */
  side: z.optional(Side),
  as: As,
  /** places the previewed visitor in splits; this browser's own where it has one */
  seed: z.string(),
  /** stated facts for tokens, where the previewed visitor has none of their own */
  traits: Traits,
  /** experience id → variant id, where the author chose one of a split */
  choices: z.record(z.string(), z.string()),
});
export type PreviewState = z.infer<typeof PreviewState>;

const PREFIX = 'preview:';

export const previewOf = (token: string): Stored<PreviewState> => stored(PREFIX + token, 1, PreviewState);

/** @param origin of a site; without one, of all */
async function findPreviews(origin?: string): Promise<string[]> {
  const ofOrigin = z.object({ value: z.object({ origin: z.literal(origin) }) });
  return Object.entries(await readAllStored())
    .filter(
      ([key, value]) => key.startsWith(PREFIX) && (origin === undefined || ofOrigin.safeParse(value).success),
    )
    .map(([key]) => key);
}

/** Ends previews at once: their tabs show what they should at their next page. @param origin of a site; else of all */
export async function forgetPreviews(origin?: string): Promise<void> {
  const keys = await findPreviews(origin);
  if (keys.length) await removeStored(...keys);
}

/** Whether any tab previews this site. */
export const hasPreview = async (origin: string): Promise<boolean> => (await findPreviews(origin)).length > 0;

/** 128 random bits as hex. */
export const createToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
