// A block as it begins: in the page's own colours, with words that the author has to replace. It claims nothing.

import { makePlaceholder } from '../../../shared/grammar/placeholder.ts';
import { PLACES, type Shape, type Spot } from '../../../shared/schema/block.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import type { Looks, Survey } from '../../wire/survey-shapes.ts';
import { toHex } from '../kit/to-hex.ts';

export type Block = ChangeOf<'block'>;
export type Fields = Block['fields'];
export type Dress = NonNullable<Block['dress']>;

/** Corners of a page's button may be round: those of what holds words may not, px. */
const MOST_ROUND = 16;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

const isOver = (place: Block['place']): boolean => typeof place === 'string';

/** What the page wears, as this shape wears it where it stands. */
export function takeDress(shape: Shape, place: Block['place'], looks: Looks | undefined): Dress | undefined {
  if (!looks) return undefined;
  const [text, ground, accent, onAccent] = [looks.text, looks.ground, looks.accent, looks.onAccent].map(
    toHex,
  );
  const px = Number.parseFloat(looks.radius ?? '');
  const dress: Dress = {};
  if (shape === 'bar') {
    // a bar in the page's own colour is what is seen of it
    Object.assign(
      dress,
      accent && onAccent ? { colour: onAccent, ground: accent } : { colour: ground, ground: text },
    );
  } else {
    if (isOver(place)) Object.assign(dress, { colour: text, ground });
    if (accent) dress.accent = accent;
    if (Number.isFinite(px)) dress.radius = px === 0 ? '0' : `${Math.min(MOST_ROUND, Math.round(px))}px`;
  }
  return dress;
}

/** In a week, at the end of that day. */
function nextWeek(now: number): string {
  const end = new Date(now + WEEK_MS);
  end.setHours(23, 59, 0, 0);
  return end.toISOString();
}

/** What a button leads to until the author says otherwise: where the page's own leads, on this site. */
const leadTo = ({ button }: Partial<Survey>): string =>
  button?.href && /^[/?#]/.test(button.href) && !button.href.startsWith('//') ? button.href : '/';

/** What a shape cannot be without, begun. */
export function beginFields(shape: Shape, page: Partial<Survey>, now: number): Fields {
  const title = makePlaceholder(t`Your headline`);
  const text = makePlaceholder(t`What you want to say`);
  const button = { label: makePlaceholder(t`What the button says`), href: leadTo(page) };
  switch (shape) {
    case 'bar':
    case 'note':
      return { text };
    case 'coupon':
      return { title: makePlaceholder(t`What the code is good for`), code: makePlaceholder('CODE') };
    case 'countdown':
      return { title: makePlaceholder(t`What ends then`), until: nextWeek(now) };
    case 'banner':
    case 'popup':
    case 'slide':
    case 'card':
      return { title, text, button };
  }
}

/**
 * @param target the element beside which it goes where it can; without one it lies over the page where it can
 * @param taken edges at which something of the page's own stays: it begins elsewhere where it can
 */
export function findPlace(
  shape: Shape,
  target: Target | undefined,
  taken: readonly Spot[] = [],
): Block['place'] {
  const places = PLACES[shape];
  if (target && places.includes('placed') && shape !== 'bar') return { target, position: 'after' };
  const spots = places.filter((one) => one !== 'placed');
  return spots.find((one) => !taken.includes(one)) ?? spots[0] ?? 'top';
}

/** @param page what is known of the page in front @param target what it goes beside, if it is to */
export function makeBlock(
  shape: Shape,
  page: Partial<Survey>,
  target: Target | undefined,
  fields: Fields = beginFields(shape, page, Date.now()),
): Block {
  const place = findPlace(shape, target, page.taken);
  const dress = takeDress(shape, place, page.looks);
  return { kind: 'block', shape, place, fields, ...(dress && { dress }) };
}
