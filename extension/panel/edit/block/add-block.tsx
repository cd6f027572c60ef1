// "Add a block": the shapes to choose from. What is chosen is on the page at once, dressed like it, and its form opens.

import {
  BadgePercent,
  CreditCard,
  Hourglass,
  type LucideIcon,
  MessageCircleQuestionMark,
  MessageSquare,
  PanelBottom,
  PictureInPicture2,
  RectangleHorizontal,
  StickyNote,
} from 'lucide-preact';
import type { Shape } from '../../../../shared/schema/block.ts';
import { t } from '../../../../shared/words/t.ts';
import { SHAPES } from '../../../wire/say-change.ts';
import { editVariant, findVariant, place } from '../../draft/desk.ts';
import { makeBlock } from '../../draft/make-block.ts';
import type { Place } from '../../draft/places.ts';
import { Note } from '../../kit/note.tsx';
import { useSurvey } from '../../site/use-survey.ts';
import { chosenChange, picked } from '../on-page.ts';

type At = Extract<Place, { kind: 'variant' }>;

const OFFERS: [shape: Shape, icon: LucideIcon, does: string][] = [
  ['banner', RectangleHorizontal, t`words, picture and button, in the page`],
  ['bar', PanelBottom, t`one line at the edge of the window`],
  ['popup', MessageSquare, t`over the page, until it is closed`],
  ['slide', PictureInPicture2, t`comes into the corner`],
  ['note', StickyNote, t`a remark beside something`],
  ['card', CreditCard, t`picture, words, button, in one column`],
  ['coupon', BadgePercent, t`a code that a button copies`],
  ['countdown', Hourglass, t`counts down to a date, and goes`],
];

export function AddBlock({ at, done }: { at: At; done(): void }) {
  const { survey, trouble } = useSurvey();
  const add = async (shape: Shape) => {
    const page = survey ?? {};
    const target = picked.value?.outside ?? picked.value?.choices[0]?.target ?? page.heading?.target;
    await editVariant(at, t`${SHAPES[shape]} added`, (variant) => {
      variant.changes.push(makeBlock(shape, page, target));
    });
    const count = findVariant(at.experience, at.id)?.changes.length ?? 0;
    chosenChange.value = count - 1;
    done();
  };
  return (
    <section class="card" aria-label={t`Add a block`}>
      {trouble && (
        <Note tone="warn">
          <span>{trouble}</span>
        </Note>
      )}
      {!survey && !trouble ? (
        <p class="small soft">{t`Looking at the colours of this page …`}</p>
      ) : (
        <ul class="block-offers">
          {OFFERS.map(([shape, Icon, does]) => (
            <li key={shape}>
              <button class="block-offer" type="button" onClick={() => void add(shape)}>
                <Icon size={18} aria-hidden="true" />
                <span>
                  <strong>{SHAPES[shape]}</strong>
                  <span class="tiny soft block">{does}</span>
                </span>
              </button>
            </li>
          ))}
          <li>
            <button
              class="block-offer"
              type="button"
              onClick={() => {
                place.value = { kind: 'questions', variant: { experience: at.experience, id: at.id } };
              }}
            >
              <MessageCircleQuestionMark size={18} aria-hidden="true" />
              <span>
                <strong>{t`Question`}</strong>
                <span class="tiny soft block">{t`one tap answers, for segments`}</span>
              </span>
            </button>
          </li>
        </ul>
      )}
      <p class="tiny soft">{t`It wears the colours of this page. What is in [brackets …] is yours to write before you publish.`}</p>
    </section>
  );
}
