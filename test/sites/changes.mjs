// What every host is asked to show: one change of each kind on the home page, three on the second one.
const at = (css) => ({ css });
const note = (name) => `<p class="${name}">Variant note</p>`;

const home = [
  { kind: 'text', target: at('#title'), value: 'Variant title' },
  { kind: 'text', target: at('#count'), value: 'Variant count' },
  { kind: 'text', target: at('#more'), value: 'Variant more' },
  { kind: 'html', target: at('#html'), value: 'Variant <b>html</b>' },
  { kind: 'html', target: at('#item'), value: 'Variant <b>item</b>' },
  { kind: 'attribute', target: at('#attr'), name: 'title', value: 'variant' },
  { kind: 'image', target: at('#hero'), src: '/new.svg', alt: 'New' },
  { kind: 'class', target: at('#class'), add: ['ours'] },
  { kind: 'style', target: at('#style'), properties: { color: 'rgb(1, 2, 3)' } },
  { kind: 'hide', target: at('#hide') },
  { kind: 'link', target: at('#link'), href: '/target.html' },
  { kind: 'insert', target: at('#near'), position: 'after', html: note('note') },
  { kind: 'move', target: at('#three'), to: at('#one'), position: 'before' },
  { kind: 'text', target: at('#late-title'), value: 'Variant late' },
  { kind: 'text', target: at('#late-more'), value: 'Variant late more' },
  { kind: 'insert', target: at('#late-near'), position: 'after', html: note('late-note') },
];

const second = [
  { kind: 'text', target: at('#title'), value: 'Variant second' },
  { kind: 'text', target: at('#more'), value: 'Variant more' },
  { kind: 'insert', target: at('#near'), position: 'after', html: note('note') },
];

const experience = (id, path, changes) => ({
  id,
  name: id,
  status: 'live',
  pages: [path],
  variants: [{ id: 'v', name: 'v', segment: 'everyone', changes }],
});

export const config = {
  version: 1,
  site: 'sites.example',
  revision: 1,
  privacy: { consent: 'implied' },
  segments: [],
  experiences: [experience('home', '/', home), experience('second', '/two', second)],
};
