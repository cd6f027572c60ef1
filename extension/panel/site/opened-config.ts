// The config file that an author opened to preview it on a site, kept for that site.

import * as z from 'zod/mini';
import { type Stored, stored } from '../../wire/stored.ts';

const Opened = z.object({ name: z.string(), text: z.string() });
export type Opened = z.infer<typeof Opened>;

export const openedConfig = (origin: string): Stored<Opened> => stored(`opened:${origin}`, 1, Opened);
