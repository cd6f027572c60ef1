// What parts of a config are called, for who never sees the file and its ids.

import type { Config } from '../schema/config.ts';
import { t } from '../words/t.ts';

/** @param part undefined, or without a name, it is called by its id */
export const nameOf = (part: { name: string } | undefined, id: string): string => part?.name || id;

export const nameOfSegment = ({ segments }: Pick<Config, 'segments'>, id: string): string =>
  id === 'everyone'
    ? t`everyone`
    : nameOf(
        segments.find((one) => one.id === id),
        id,
      );
