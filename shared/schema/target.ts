// Which element a change is about: `css` finds it, `text` confirms it, `within` walks into open shadow roots.
import * as z from 'zod';

/** What the extension remembers of a picked element, to find it again after a redesign. The page ignores it. */
export const Print = z.strictObject({
  tag: z.string(),
  role: z.string().optional(),
  text: z.string().optional(),
  /** 0-based place among siblings of the same tag, from the root down. */
  position: z.array(z.number().int().nonnegative()).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
});
export type Print = z.infer<typeof Print>;

export const Target = z.strictObject({
  css: z.string().min(1),
  text: z.string().optional(),
  within: z.array(z.string().min(1)).optional(),
  print: Print.optional(),
});
export type Target = z.infer<typeof Target>;
