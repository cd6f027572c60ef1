// A value of a config, said briefly.

import { t } from '../../../shared/words/t.ts';
import { shorten } from '../../wire/say-change.ts';

export const sayValue = (value: unknown): string =>
  value === undefined
    ? t`nothing`
    : typeof value === 'string'
      ? t`“${shorten(value)}”`
      : shorten(JSON.stringify(value), 60);
