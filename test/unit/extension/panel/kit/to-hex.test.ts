// Whatever way a page says a colour, its field shows it.

import { expect, test } from 'vitest';
import { toHex } from '../../../../../extension/panel/kit/to-hex.ts';

test.each([
  ['#fff', '#ffffff'],
  ['rgb(18, 52, 86)', '#123456'],
  ['rgba(18, 52, 86, 0.5)', '#123456'],
  ['rgb(18 52 86 / 50%)', '#123456'],
  ['rebeccapurple', '#663399'],
  ['oklch(62.796% 0.25768 29.234)', '#ff0000'],
  ['color(srgb 1 0.5 0)', '#ff8000'],
  ['lab(100 0 0)', '#ffffff'],
  ['', undefined],
  ['no colour', undefined],
  [undefined, undefined],
])('%s is %s', (color, hex) => expect(toHex(color)).toBe(hex));
