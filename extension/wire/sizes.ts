// Sizes and spacing of an element as an author drags them on the page: what of them a style may say, and how they are put
// among a variant's changes. The stage shows the same by it, as one drags, that the panel then writes. Pure.

import * as z from 'zod/mini';
import { slotOf } from '../../shared/engine/aspect.ts';
import type { Change, ChangeOf } from '../../shared/schema/change.ts';
import type { Target } from '../../shared/schema/target.ts';
import { t } from '../../shared/words/t.ts';

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];
export const SPACES = ['padding', 'margin'] as const;
export type Space = (typeof SPACES)[number];

/** Those that can be dragged. */
export const SIZES = [
  'width',
  'height',
  'min-height',
  ...SPACES.flatMap((space) => SIDES.map((side) => `${space}-${side}` as const)),
] as const;
export const SizeName = z.enum(SIZES);
export type SizeName = z.infer<typeof SizeName>;

/** The same space at the other side. */
export const OPPOSITE = {
  'padding-top': 'padding-bottom',
  'padding-bottom': 'padding-top',
  'padding-left': 'padding-right',
  'padding-right': 'padding-left',
  'margin-top': 'margin-bottom',
  'margin-bottom': 'margin-top',
  'margin-left': 'margin-right',
  'margin-right': 'margin-left',
} as const satisfies Partial<Record<SizeName, SizeName>>;

/** Pixels; `auto` follows another; none: as the page has it. */
export const SizeValue = z.union([z.number(), z.literal('auto'), z.null()]);
export const Sizes = z.partialRecord(SizeName, SizeValue);
export type Sizes = z.infer<typeof Sizes>;

type Properties = Record<string, string>;

/** Where styles may hold; a bare media condition each. */
export const WIDTHS = [
  { label: t`on every screen`, short: t`Every screen`, media: '' },
  { label: t`on phones`, short: t`Phones`, media: '(max-width: 600px)' },
  { label: t`on large screens`, short: t`Large screens`, media: '(min-width: 1000px)' },
] as const;
export const SizeMedia = z.enum(WIDTHS.map(({ media }) => media));
export type Media = z.infer<typeof SizeMedia>;

/** "4px 8px" by side, as CSS reads it. https://www.w3.org/TR/css-box-4/#propdef-padding */
export function readSides(value: string): Record<Side, string> | undefined {
  const parts = value.trim().split(/\s+/);
  const [top = '', right = top, bottom = top, left = right] = parts;
  if (top === '' || parts.length > 4 || value.includes('(')) return undefined;
  return { top, right, bottom, left };
}

/** The shortest way to say four sides. */
export function saySides({ top, right, bottom, left }: Record<Side, string>): string {
  if (left !== right) return `${top} ${right} ${bottom} ${left}`;
  if (bottom !== top) return `${top} ${right} ${bottom}`;
  return right === top ? top : `${top} ${right}`;
}

/** A space on all sides, as far as these properties say it. @returns undefined where some sides are the page's own */
export function readSpace(properties: Readonly<Properties>, space: Space): string | undefined {
  const whole = properties[space];
  const [top, right, bottom, left] = SIDES.map((side) => properties[`${space}-${side}`]);
  if (top === undefined && right === undefined && bottom === undefined && left === undefined) return whole;
  const around = whole === undefined ? undefined : readSides(whole);
  const all = {
    top: top ?? around?.top,
    right: right ?? around?.right,
    bottom: bottom ?? around?.bottom,
    left: left ?? around?.left,
  };
  const { top: t, right: r, bottom: b, left: l } = all;
  return t === undefined || r === undefined || b === undefined || l === undefined
    ? undefined
    : saySides({ top: t, right: r, bottom: b, left: l });
}

/** With one side said by itself: what was said of all is said of each, so that none of them is said twice. */
export function splitSpace(properties: Readonly<Properties>, space: Space): Properties {
  const { [space]: whole, ...rest } = properties;
  const sides = whole === undefined ? undefined : readSides(whole);
  if (!sides) return { ...properties };
  return { ...Object.fromEntries(SIDES.map((side) => [`${space}-${side}`, sides[side]])), ...rest };
}

const say = (value: number | 'auto'): string =>
  value === 'auto' ? value : `${Math.round(value * 10) / 10}px`;

export function putSizes(properties: Readonly<Properties>, sizes: Sizes): Properties {
  let next: Properties = { ...properties };
  for (const space of SPACES)
    if (SIDES.some((side) => sizes[`${space}-${side}`] !== undefined)) next = splitSpace(next, space);
  for (const name of SIZES) {
    const value = sizes[name];
    if (value === null) delete next[name];
    else if (value !== undefined) next[name] = say(value);
  }
  return next;
}

type Style = ChangeOf<'style'>;
const makeStyle = (target: Target, media: string, properties: Properties): Style => ({
  kind: 'style',
  target,
  properties,
  ...(media && { media }),
});

/** The style of a variant that is about one of these targets on this width. */
export function findStyle(
  changes: readonly Change[],
  targets: readonly Target[],
  media: string,
): Style | undefined {
  const slots = new Set(targets.map((target) => slotOf(makeStyle(target, media, {}))));
  return changes.find((one): one is Style => one.kind === 'style' && slots.has(slotOf(one)));
}

/**
 * The style of an element with these sizes besides.
 *
 * @param targets that find it, the best first
 */
export function styleWith(
  changes: readonly Change[],
  targets: readonly Target[],
  media: string,
  sizes: Sizes,
): Style | undefined {
  const old = findStyle(changes, targets, media);
  const [best] = targets;
  const target = old?.target ?? best;
  return target && makeStyle(target, media, putSizes(old?.properties ?? {}, sizes));
}
