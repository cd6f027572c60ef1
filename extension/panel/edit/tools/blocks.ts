// The small library of blocks that can be inserted: plain html that takes on the page's own type and colours. It claims
// nothing: what is the author's to say stands in brackets (shared/grammar/placeholder.ts).
//
// Only what sanitized html keeps (docs/CHANGES.md, "Sanitized html"); looks come from the page, spacing from the
// style tools.

import { readLocale } from '../../../../shared/words/locale.ts';
import { t } from '../../../../shared/words/t.ts';

export interface Block {
  id: string;
  name: string;
  html: string;
  /** `{end}` in it becomes the moment that the author chooses */
  hasEnd?: boolean;
}

/** "Sunday, 29 November, 23:59 CET": with the zone, because visitors live in others. */
const sayEnd = (end: Date): string =>
  new Intl.DateTimeFormat(readLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(end);

/** An end that is no date yet (the field is being typed in) leaves a gap. */
export const fillEnd = (html: string, end: Date): string =>
  html.replace('{end}', Number.isNaN(end.getTime()) ? '…' : sayEnd(end));

export const BLOCKS: Block[] = [
  {
    id: 'banner',
    name: t`Banner`,
    html: '<section><h2>[Your headline …]</h2><p>[What is in it for them …]</p><p><a href="/">[What the link says …]</a></p></section>',
  },
  {
    id: 'notice',
    name: t`Notice bar`,
    html: '<p role="note"><strong>Good to know:</strong> [what you want to say …]</p>',
  },
  { id: 'button', name: t`Button`, html: '<p><a href="/" role="button">Take a look</a></p>' },
  {
    id: 'testimonial',
    name: t`Testimonial`,
    html: '<figure><blockquote><p>“[What they said, in their own words …]”</p></blockquote><figcaption>[Who said it …]</figcaption></figure>',
  },
  {
    id: 'countdown',
    name: t`Countdown to a date`,
    html: '<p role="note"><strong>Only until {end}:</strong> [what ends then …]</p>',
    hasEnd: true,
  },
  {
    id: 'product',
    name: t`Product card`,
    html: '<article><h3><a href="/">[Name of the thing …]</a></h3><p>[Why it suits them …]</p><p><strong>[Its price …]</strong></p></article>',
  },
  {
    id: 'question',
    name: t`Question`,
    html: '<aside><p><strong>Not sure which one?</strong> <a href="/">Ask us</a>.</p></aside>',
  },
];
