// What the form of a block asks for, by shape, and what it makes of what is typed. Pure.

import type { Words } from '../../../../shared/grammar/words-for.ts';
import { PLACES, type Shape, type Spot } from '../../../../shared/schema/block.ts';
import type { Position } from '../../../../shared/schema/change.ts';
import type { Target } from '../../../../shared/schema/target.ts';
import { type Block, beginFields, type Fields, findPlace } from '../../draft/make-block.ts';

export type Field = keyof Fields;

/** What a shape is asked for; the others only where it has them already. */
const ASKED: Record<Shape, Field[]> = {
  banner: ['title', 'text', 'button', 'image'],
  bar: ['text', 'button'],
  popup: ['title', 'text', 'button', 'image', 'code'],
  slide: ['title', 'text', 'button', 'image'],
  note: ['title', 'text'],
  card: ['title', 'text', 'button', 'image'],
  coupon: ['code', 'title', 'text'],
  countdown: ['until', 'title', 'text', 'button'],
};
export const isAsked = ({ shape, fields }: Block, field: Field): boolean =>
  ASKED[shape].includes(field) || fields[field] !== undefined;

/** @param value undefined, or an empty text: it is left out */
export function setField<F extends Field>(block: Block, field: F, value: Fields[F] | undefined): Block {
  const { [field]: _old, ...rest } = block.fields;
  const isLeftOut = value === undefined || value === '';
  return { ...block, fields: isLeftOut ? rest : { ...rest, [field]: value } };
}

/** With all its words made anew, such as with one language more. */
export function mapWords(block: Block, act: (words: Words) => Words): Block {
  const { title, text, button, image } = block.fields;
  return {
    ...block,
    fields: {
      ...block.fields,
      ...(title !== undefined && { title: act(title) }),
      ...(text !== undefined && { text: act(text) }),
      ...(button && { button: { ...button, label: act(button.label) } }),
      ...(image && { image: { ...image, alt: act(image.alt) } }),
    },
  };
}

/** Another shape of the same words: what it cannot be without is begun, and where it cannot stand it does not. */
export function reshape(block: Block, shape: Shape): Block {
  const begun = beginFields(shape, {}, Date.now());
  const { place, fields } = block;
  const target = typeof place === 'object' ? place.target : undefined;
  const isFit = PLACES[shape].includes(typeof place === 'string' ? place : 'placed');
  const needs: Partial<Fields> = {};
  if (shape === 'coupon' && fields.code === undefined) needs.code = begun.code;
  if (shape === 'countdown' && fields.until === undefined) needs.until = begun.until;
  return withPlace(
    { ...block, shape, fields: { ...fields, ...needs } },
    isFit ? place : findPlace(shape, target),
  );
}

/** What lies over the page can be closed anyway: nothing is said of it there. */
export function withPlace(block: Block, place: Block['place']): Block {
  const { close, ...rest } = block;
  return { ...rest, place, ...(typeof place === 'object' && close !== undefined && { close }) };
}

/** Where a shape can be, as the choices of a field. */
export type PlaceChoice = Spot | Position;
export const choosePlace = (choice: PlaceChoice, target: Target | undefined): Block['place'] | undefined => {
  switch (choice) {
    case 'top':
    case 'bottom':
    case 'corner':
    case 'centre':
      return choice;
    default:
      return target && { target, position: choice };
  }
};
