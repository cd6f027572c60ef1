// The small library of blocks that can be inserted: plain html that takes on the page's own type and colours.
//
// Only what sanitized html keeps (SEMANTICS, Changes); looks come from the page, spacing from the style tools.

export interface Block {
  id: string;
  name: string;
  html: string;
}

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
