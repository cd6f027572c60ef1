// What the shop sells. Prices in pounds; an image is assets/images/<id>.svg.

/**
 * @typedef {object} Product
 * @property {string} id also the last part of its address: /tents/skarn-2
 * @property {string} category
 * @property {string} name
 * @property {string} line one line under the name
 * @property {number} price in GBP
 * @property {number} rating 1 to 5
 * @property {number} reviews how many people rated it
 * @property {string} about
 * @property {[label: string, value: string][]} specs
 * @property {string} alt
 * @property {string} [note] a word on the card, such as "New"
 * @property {boolean} [winter] made for snow
 * @property {number} [second] price of the returned and repaired one, when there is one
 */

/** @type {Product[]} */
export const products = [
  {
    id: 'skarn-2',
    category: 'tents',
    name: 'Skarn 2',
    line: 'Three-season dome for two',
    price: 385,
    rating: 4.8,
    reviews: 214,
    note: 'Best loved',
    about:
      'A free-standing dome with two doors, two porches and no clever tricks. The poles cross twice, so a gust from the side meets a triangle rather than a wall. Up in four minutes, in the dark, by someone who is cross.',
    specs: [
      ['Sleeps', '2'],
      ['Weight', '2.1 kg'],
      ['Packed', '44 × 16 cm'],
      ['Flysheet', 'Silicone ripstop, 3,000 mm'],
      ['Poles', 'DAC 9 mm, two crossings'],
    ],
    alt: 'Green dome tent with an open porch',
    second: 269,
  },
  {
    id: 'lang-3',
    category: 'tents',
    name: 'Lang 3',
    line: 'Tunnel with a proper porch',
    price: 520,
    rating: 4.7,
    reviews: 131,
    about:
      'Three hoops, one long room and a porch big enough to cook in while the rain makes up its mind. Inner and outer pitch together, so the bedroom is never wet.',
    specs: [
      ['Sleeps', '3'],
      ['Weight', '3.2 kg'],
      ['Packed', '50 × 20 cm'],
      ['Flysheet', 'Silicone ripstop, 4,000 mm'],
      ['Porch', '1.9 m², stands open as an awning'],
    ],
    alt: 'Rust-coloured tunnel tent with three hoops',
  },
  {
    id: 'vard-4',
    category: 'tents',
    name: 'Vard 4 Season',
    line: 'Geodesic, for snow and bad ideas',
    price: 690,
    rating: 4.9,
    reviews: 58,
    note: 'Winter',
    winter: true,
    about:
      'Four poles, nine crossings and snow flaps all round. It has been buried to the ridge on purpose and dug out with everyone still friends. Vents close from inside, zips run with mittens on.',
    specs: [
      ['Sleeps', '2 + kit'],
      ['Weight', '3.6 kg'],
      ['Packed', '52 × 22 cm'],
      ['Wind', 'Tested to 110 km/h'],
      ['Snow flaps', 'All round, removable'],
    ],
    alt: 'Ochre geodesic tent on snow',
  },
  {
    id: 'lee-tarp',
    category: 'tents',
    name: 'Lee Tarp',
    line: 'Three metres of dry',
    price: 145,
    rating: 4.6,
    reviews: 176,
    about:
      'A square of silicone nylon with sixteen anchor points and a cut that stays quiet in the wind. Pitch it over a hammock, a bivvy, a long lunch.',
    specs: [
      ['Size', '3 × 3 m'],
      ['Weight', '610 g'],
      ['Anchors', '16, bar-tacked'],
      ['Lines', '6 × 2.5 m, reflective'],
    ],
    alt: 'Slate-blue tarp pitched between two poles',
    second: 99,
  },
  {
    id: 'haul-22',
    category: 'packs',
    name: 'Haul 22',
    line: 'Day pack with a flat back',
    price: 118,
    rating: 4.7,
    reviews: 302,
    about:
      'One main room, one lid pocket, one sleeve for a bottle on each side. Recycled canvas that looks better each year, and a back panel that does not squeak.',
    specs: [
      ['Volume', '22 l'],
      ['Weight', '780 g'],
      ['Fabric', 'Recycled waxed canvas'],
      ['Back', 'One length, 42–52 cm'],
    ],
    alt: 'Rust-coloured day pack with leather straps',
  },
  {
    id: 'haul-58',
    category: 'packs',
    name: 'Haul 58',
    line: 'A week on your hips',
    price: 248,
    rating: 4.8,
    reviews: 147,
    note: 'Best loved',
    about:
      'The frame is two sprung rods and nothing else. The hip belt is cut in three sizes and swaps in a minute. Carries eighteen kilos without an opinion about it.',
    specs: [
      ['Volume', '58 + 8 l'],
      ['Weight', '1.7 kg'],
      ['Frame', 'Two spring-steel rods'],
      ['Belts', 'S, M, L, swap without tools'],
    ],
    alt: 'Tall pine-green trekking pack with a rolled mat',
    second: 179,
  },
  {
    id: 'skerry-35',
    category: 'packs',
    name: 'Skerry 35',
    line: 'Roll-top that ignores rain',
    price: 164,
    rating: 4.5,
    reviews: 89,
    about:
      'Welded seams, a roll-top and one waterproof zip. Made for ferries, sea lochs and the walk home from either.',
    specs: [
      ['Volume', '35 l'],
      ['Weight', '960 g'],
      ['Seams', 'Welded, IPX6'],
      ['Straps', 'Removable hip belt'],
    ],
    alt: 'Ochre roll-top pack',
  },
  {
    id: 'moor-mid',
    category: 'boots',
    name: 'Moor Mid',
    line: 'The boot for most of it',
    price: 210,
    rating: 4.8,
    reviews: 388,
    note: 'Best loved',
    about:
      'Full-grain leather, one seam, a tongue that stays where you put it. Ten walks to break in, ten years to wear out, and then a new sole.',
    specs: [
      ['Height', 'Mid'],
      ['Weight', '580 g (size 42)'],
      ['Leather', '2.4 mm full grain'],
      ['Sole', 'Stitched, resoleable'],
    ],
    alt: 'Brown leather walking boot',
  },
  {
    id: 'burn-low',
    category: 'boots',
    name: 'Burn Low',
    line: 'A shoe that likes puddles',
    price: 148,
    rating: 4.4,
    reviews: 163,
    about:
      'Drains in a minute, dries in an hour, grips on wet rock. For rivers, huts, trains and long dry days.',
    specs: [
      ['Height', 'Low'],
      ['Weight', '330 g (size 42)'],
      ['Upper', 'Woven, no lining'],
      ['Drop', '6 mm'],
    ],
    alt: 'Slate-blue low trail shoe',
    second: 94,
  },
  {
    id: 'fonn-winter',
    category: 'boots',
    name: 'Fonn Winter',
    line: 'Felt-lined, down to −25 °C',
    price: 295,
    rating: 4.9,
    reviews: 74,
    note: 'Winter',
    winter: true,
    about:
      'A felt boot inside a leather boot. The felt comes out to dry by the stove; the sole takes a ten-point crampon and ignores slush.',
    specs: [
      ['Height', 'High'],
      ['Weight', '860 g (size 42)'],
      ['Liner', '6 mm wool felt, removable'],
      ['Crampons', 'Strap-on, C1'],
    ],
    alt: 'Tall dark winter boot with a felt collar',
  },
  {
    id: 'drift-0',
    category: 'sleep',
    name: 'Drift 0',
    line: 'Down bag for cold springs',
    price: 340,
    rating: 4.8,
    reviews: 122,
    about:
      'Eight hundred grams of traceable down, a collar that seals without strangling and a zip with a guard that works. Comfortable at zero, and we mean comfortable.',
    specs: [
      ['Comfort', '0 °C'],
      ['Limit', '−6 °C'],
      ['Weight', '1.05 kg'],
      ['Fill', '800 cuin down, traceable'],
    ],
    alt: 'Slate-blue mummy sleeping bag',
  },
  {
    id: 'drift-minus-18',
    category: 'sleep',
    name: 'Drift −18',
    line: 'For nights with a sound to them',
    price: 495,
    rating: 4.9,
    reviews: 41,
    note: 'Winter',
    winter: true,
    about:
      'Box walls, a draught tube on both sides of the zip and room for tomorrow’s gloves. The shell sheds the frost your own breath makes.',
    specs: [
      ['Comfort', '−18 °C'],
      ['Limit', '−26 °C'],
      ['Weight', '1.5 kg'],
      ['Fill', '850 cuin down, traceable'],
    ],
    alt: 'Rust-coloured winter sleeping bag',
  },
  {
    id: 'heath-mat',
    category: 'sleep',
    name: 'Heath Mat',
    line: 'Six centimetres off the ground',
    price: 128,
    rating: 4.6,
    reviews: 259,
    about:
      'An air mat that does not rustle. Forty breaths to fill, one valve to empty, and a patch that looks like part of the pattern.',
    specs: [
      ['R-value', '4.2'],
      ['Weight', '480 g'],
      ['Thickness', '6 cm'],
      ['Size', '183 × 55 cm'],
    ],
    alt: 'Moss-green sleeping mat, half rolled',
    second: 89,
  },
  {
    id: 'ember-stove',
    category: 'kitchen',
    name: 'Ember Stove',
    line: 'Eighty grams of hot',
    price: 72,
    rating: 4.7,
    reviews: 341,
    about:
      'Folds to the size of an egg, simmers as well as it boils, and has a flame you can see in daylight. Three feet, because the ground is never flat.',
    specs: [
      ['Weight', '82 g'],
      ['Output', '2.6 kW'],
      ['Boils 1 l', '3 min 40 s'],
      ['Fuel', 'Screw-on gas, EN 417'],
    ],
    alt: 'Small gas stove with a blue flame',
  },
  {
    id: 'tarn-pots',
    category: 'kitchen',
    name: 'Tarn Pots',
    line: 'Two pots, one lid, no rattle',
    price: 84,
    rating: 4.6,
    reviews: 118,
    about:
      'Hard-anodised aluminium with a felt sleeve between the two, so your pack does not announce you. The lid is a frying pan when it has to be.',
    specs: [
      ['Volume', '0.9 l and 1.6 l'],
      ['Weight', '420 g'],
      ['Handles', 'Fold flat, lock open'],
    ],
    alt: 'Two nested camping pots',
    second: 59,
  },
  {
    id: 'cairn-flask',
    category: 'kitchen',
    name: 'Cairn Flask',
    line: 'Hot until the afternoon',
    price: 38,
    rating: 4.8,
    reviews: 512,
    about:
      'Double-walled steel, a cup for a lid and a paint that chips into a better-looking flask. Twelve hours hot, a day cold.',
    specs: [
      ['Volume', '0.75 l'],
      ['Weight', '365 g'],
      ['Hot', '12 h above 60 °C'],
    ],
    alt: 'Pine-green vacuum flask with a steel cup',
  },
  {
    id: 'peat-mug',
    category: 'kitchen',
    name: 'Peat Mug',
    line: 'Enamel, with a good lip',
    price: 18,
    rating: 4.5,
    reviews: 640,
    about: 'Heavy enamel on steel, a rolled lip that does not burn, and a handle sized for a mitten.',
    specs: [
      ['Volume', '0.4 l'],
      ['Weight', '130 g'],
      ['Care', 'Anything but a microwave'],
    ],
    alt: 'Cream enamel mug with a dark rim',
  },
  {
    id: 'glim-lantern',
    category: 'lamps',
    name: 'Glim Lantern',
    line: 'Firelight, by the hour',
    price: 64,
    rating: 4.7,
    reviews: 187,
    about:
      'A warm 2,200 K light behind frosted glass, a dial instead of a menu, and a hook that holds on a branch in a wind. Forty hours on low.',
    specs: [
      ['Light', '5–180 lm, 2,200 K'],
      ['Runs', '40 h low, 5 h high'],
      ['Battery', '2 × 18650 or USB-C'],
    ],
    alt: 'Camping lantern with a warm glow',
    note: 'New',
  },
  {
    id: 'beck-headlamp',
    category: 'lamps',
    name: 'Beck Headlamp',
    line: 'One button, two beams',
    price: 52,
    rating: 4.6,
    reviews: 276,
    about:
      'A wide beam for cooking, a narrow one for finding the stile. Press for light, hold for red, and nothing else to learn.',
    specs: [
      ['Light', '8–350 lm, red'],
      ['Weight', '74 g'],
      ['Battery', 'AAA or USB-C cell'],
    ],
    alt: 'Headlamp on a rust-coloured strap',
    second: 36,
  },
  {
    id: 'wick-candle',
    category: 'lamps',
    name: 'Wick Lamp',
    line: 'Nine hours of candle',
    price: 34,
    rating: 4.4,
    reviews: 95,
    about:
      'A spring-loaded candle in a brass tube with a glass chimney. Makes a tent two degrees warmer and a conversation an hour longer.',
    specs: [
      ['Burns', '9 h a candle'],
      ['Weight', '190 g'],
      ['Body', 'Brass, slides shut'],
    ],
    alt: 'Brass candle lamp with a small flame',
  },
];

/** @param {string} id */
export const findProduct = (id) => products.find((product) => product.id === id);
