// The small library of blocks that can be inserted: plain html that takes on the page's own type and colours.
//
// Only what sanitized html keeps (docs/CHANGES.md, "Sanitized html"); looks come from the page, spacing from the
// style tools.

export interface Block {
  id: string;
  name: string;
  html: string;
  /** `{end}` in it becomes the moment that the author chooses */
  hasEnd?: boolean;
}

/** "Sunday, 29 November, 23:59 CET": with the zone, because visitors live in others. */
const sayEnd = (end: Date): string =>
  new Intl.DateTimeFormat(undefined, {
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
    name: 'Banner',
    html: '<section><h2>A headline for you</h2><p>One sentence that says what is in it for them.</p><p><a href="/">See the offer</a></p></section>',
  },
  {
    id: 'notice',
    name: 'Notice bar',
    html: '<p role="note"><strong>Good to know:</strong> free delivery until Sunday.</p>',
  },
  { id: 'button', name: 'Button', html: '<p><a href="/" role="button">Take a look</a></p>' },
  {
    id: 'testimonial',
    name: 'Testimonial',
    html: '<figure><blockquote><p>“It kept us dry for nine days.”</p></blockquote><figcaption>Ida, on the Kungsleden</figcaption></figure>',
  },
  {
    id: 'countdown',
    name: 'Countdown to a date',
    html: '<p role="note"><strong>Only until {end}:</strong> ten percent off every tent.</p>',
    hasEnd: true,
  },
  {
    id: 'product',
    name: 'Product card',
    html: '<article><h3><a href="/">Name of the thing</a></h3><p>Why it suits them.</p><p><strong>120 €</strong></p></article>',
  },
  {
    id: 'question',
    name: 'Question',
    html: '<aside><p><strong>Not sure which one?</strong> <a href="/">Ask us</a>, we answer within a day.</p></aside>',
  },
];
