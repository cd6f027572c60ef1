// A value of a config, said briefly.

import { shorten } from '../../wire/say-change.ts';

export const sayValue = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : typeof value === 'string'
      ? `“${shorten(value)}”`
      : shorten(JSON.stringify(value), 60);
