// One edit to the page, told apart by `kind`.
import * as z from 'zod';
import { Target } from './target.ts';

export const Position = z.enum(['before', 'after', 'first', 'last']);
export type Position = z.infer<typeof Position>;

const target = Target;
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), target, value: z.string() }),
  z.strictObject({ kind: z.literal('html'), target, value: z.string() }),
  z.strictObject({ kind: z.literal('attribute'), target, name: z.string(), value: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('image'),
    target,
    src: z.string(),
    alt: z.string().optional(),
    srcset: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('link'), target, href: z.string(), newTab: z.boolean().optional() }),
  z.strictObject({
    kind: z.literal('class'),
    target,
    add: z.array(z.string()).optional(),
    remove: z.array(z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal('style'),
    target,
    properties: z.record(z.string(), z.string()),
    media: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('hide'), target }),
  z.strictObject({ kind: z.literal('insert'), target, position: Position, html: z.string() }),
  z.strictObject({ kind: z.literal('move'), target, to: Target, position: Position }),
  z.strictObject({ kind: z.literal('css'), value: z.string() }),
  z.strictObject({ kind: z.literal('redirect'), url: z.string() }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;
