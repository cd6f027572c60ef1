// Advice on blocks, and on html that is inserted: what is not written yet, what nobody could read, and what has ended before
// it begins.

import { findPlaceholder } from '../grammar/placeholder.ts';
import { eachOf } from '../grammar/words-for.ts';
import type { ChangeOf } from '../schema/change.ts';
import type { Config } from '../schema/config.ts';
import type { Problem } from '../schema/problem.ts';
import { formatPath } from '../schema/problem.ts';
import { wordsIn } from '../schema/read-words.ts';
import { sayDecimal } from '../words/numbers.ts';
import { t } from '../words/t.ts';

type Rgb = [number, number, number];

/** A colour that is written out, #rgb or rgb(…); undefined of all that only a browser knows, or that is seen through. */
function readColour(text: string | undefined): Rgb | undefined {
  const value = { white: '#fff', black: '#000' }[text ?? ''] ?? text ?? '';
  const hex = /^#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))$/i.exec(value);
  if (hex) {
    const [, r, g, b, rr, gg, bb] = hex;
    const all = rr ? [rr, gg, bb] : [r, g, b].map((digit) => `${digit}${digit}`);
    return all.map((part) => Number.parseInt(`${part}`, 16)) as Rgb;
  }
  const rgb = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/i.exec(value);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : undefined;
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 to 21; undefined where a colour is not written out. */
export function contrastOf(one: string | undefined, other: string | undefined): number | undefined {
  const [a, b] = [readColour(one), readColour(other)];
  if (!a || !b) return undefined;
  const [low = 0, high = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Of text (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** All that was begun for the author, and is not written yet, each with the path of its field. */
export function findUnwritten(change: ChangeOf<'block' | 'insert'>): { text: string; field: string[] }[] {
  const code = change.kind === 'block' ? change.fields.code : undefined;
  const words = wordsIn(change).flatMap(({ words, field }) =>
    eachOf(words).map(({ text, path }) => ({ text, field: [...field, ...path] })),
  );
  return [...words, ...(code === undefined ? [] : [{ text: code, field: ['fields', 'code'] }])].flatMap(
    ({ text, field }) => {
      const found = findPlaceholder(text);
      return found === undefined ? [] : [{ text: found, field }];
    },
  );
}

/** @param now ms since epoch */
export function lintBlocks({ experiences }: Config, now = Date.now()): Problem[] {
  return experiences.flatMap(({ variants }, e) =>
    variants.flatMap(({ changes }, v) =>
      changes.flatMap((change, c): Problem[] => {
        if (change.kind !== 'block' && change.kind !== 'insert') return [];
        const warn = (field: string[], problem: string, remedy: string): Problem => ({
          path: formatPath(['experiences', e, 'variants', v, 'changes', c, ...field]),
          problem,
          remedy,
          severity: 'warning',
        });
        const unwritten = findUnwritten(change).map(({ text, field }) =>
          warn(field, t`visitors would read "${text}"`, t`Write your own words there, or leave it out.`),
        );
        if (change.kind === 'insert') return unwritten;
        const { dress, fields } = change;
        const contrast = contrastOf(dress?.colour, dress?.ground);
        return [
          ...unwritten,
          ...(contrast !== undefined && contrast < LEAST_CONTRAST
            ? [
                warn(
                  ['dress', 'colour'],
                  t`text of this colour on its ground has a contrast of ${sayDecimal(contrast)}, which many cannot read`,
                  t`Choose colours with at least ${LEAST_CONTRAST}.`,
                ),
              ]
            : []),
          ...(fields.until !== undefined && Date.parse(fields.until) <= now
            ? [
                warn(
                  ['fields', 'until'],
                  t`it ended on ${fields.until}, so nobody sees it`,
                  t`Write a later time, or take the block out.`,
                ),
              ]
            : []),
        ];
      }),
    ),
  );
}
