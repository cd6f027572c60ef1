// What the author is called in histories and in what they hand to colleagues, kept on this device for all sites. Nobody
// is asked twice, and nobody has to say it; it is in no config.

import * as z from 'zod/mini';
import { type Stored, stored } from '../../wire/stored.ts';

/** Empty: the author was asked and gave none. */
export const author: Stored<string> = stored('author', 1, z.string());

/** Nothing where there is none. Never throws: a name is not worth a failed publish. */
export const readAuthor = (): Promise<string | undefined> =>
  author.read().then(
    (name) => name || undefined,
    () => undefined,
  );
