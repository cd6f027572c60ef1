// The five changes that every contestant of the benchmark makes on the shop's home page, and how to tell them
// from the original.
//
// They are chosen so that lateness shows: the headline and the picture are the first things seen, the ribbon is
// on top of everything (hiding it late moves the page), and the added line makes a paragraph taller.

export const original = {
  headline: 'Gear for the long way home',
  photo: '/assets/images/hero-morning.svg',
  photoAlt: 'Morning over layered hills and a lake, a small tent on the shore',
  link: '/guide',
};

export const variant = {
  headline: 'Warm tents for short days',
  photo: '/assets/images/hero-winter.svg',
  photoAlt: 'Snow on the ridge, a tent with its lamp on',
  link: '/tents',
  line: '<strong class="bench-line">Ten percent off every tent until Sunday, with poles and pegs.</strong>',
};

/** The same page as a server would send it that knew the visitor. @param {string} html @returns {string} */
export function renderVariant(html) {
  const steps = [
    [original.headline, variant.headline],
    [original.photo, variant.photo],
    [original.photoAlt, variant.photoAlt],
    ['id="hero-cta" class="button" href="/guide"', 'id="hero-cta" class="button" href="/tents"'],
    [/<aside class="ribbon".*?<\/aside>/s, ''],
    ['keep walking.</p>', `keep walking.${variant.line}</p>`],
  ];
  return steps.reduce((text, [from, to]) => {
    if (text.search(from instanceof RegExp ? from : toPattern(from)) < 0)
      throw new Error(`the shop's home page has no ${from} any more: mend test/bench/changes.mjs`);
    return text.replace(from, to);
  }, html);
}

const toPattern = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** As a Selvedge variant. */
export const selvedgeChanges = [
  { kind: 'text', target: { css: '#hero-title' }, value: variant.headline },
  { kind: 'image', target: { css: '#hero-image' }, src: variant.photo, alt: variant.photoAlt },
  { kind: 'link', target: { css: '#hero-cta' }, href: variant.link },
  { kind: 'hide', target: { css: '.ribbon' } },
  { kind: 'insert', target: { css: '#hero-lead' }, position: 'last', html: variant.line },
];

/** As dom-mutator and GrowthBook's visual editor store them; hiding is a rule there. */
export const domMutations = [
  { selector: '#hero-title', action: 'set', attribute: 'html', value: variant.headline },
  { selector: '#hero-image', action: 'set', attribute: 'src', value: variant.photo },
  { selector: '#hero-image', action: 'set', attribute: 'alt', value: variant.photoAlt },
  { selector: '#hero-cta', action: 'set', attribute: 'href', value: variant.link },
  { selector: '#hero-lead', action: 'append', attribute: 'html', value: variant.line },
];
export const hideRule = '.ribbon{display:none!important}';

/** As PostHog's web experiments store them: HTML and style of elements. @param {string} html the original page */
export function postHogTransforms(html) {
  const find = (pattern) => html.match(pattern)?.[1] ?? '';
  const changed = renderVariant(html);
  const findChanged = (pattern) => changed.match(pattern)?.[1] ?? '';
  if (!find(/<div class="hero-picture">(.*?)<\/div>/s))
    throw new Error('the shop has no .hero-picture any more');
  return [
    { selector: '#hero-title', html: variant.headline },
    { selector: '.hero-picture', html: findChanged(/<div class="hero-picture">(.*?)<\/div>/s) },
    { selector: '.hero-act', html: findChanged(/<p class="hero-act">(.*?)<\/p>/s) },
    { selector: '.ribbon', css: 'display:none' },
    { selector: '#hero-lead', html: findChanged(/<p id="hero-lead" class="lead">(.*?)<\/p>/s) },
  ];
}

/** Hand-written: what a script that is only about this page would do. */
export const byHand = `
  const $ = (css) => document.querySelector(css);
  $('#hero-title').textContent = ${JSON.stringify(variant.headline)};
  $('#hero-image').src = ${JSON.stringify(variant.photo)};
  $('#hero-image').alt = ${JSON.stringify(variant.photoAlt)};
  $('#hero-cta').href = ${JSON.stringify(variant.link)};
  $('.ribbon').style.display = 'none';
  $('#hero-lead').insertAdjacentHTML('beforeend', ${JSON.stringify(variant.line)});
`;
