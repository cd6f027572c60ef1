// The six shelves of the shop, in the order of the navigation.

/** @typedef {{ id: string, name: string, line: string, intro: string }} Category */

/** @type {Category[]} */
export const categories = [
  {
    id: 'tents',
    name: 'Tents',
    line: 'Shelter that stays put',
    intro:
      'Four shelters, each made for one kind of night. We pitch every one of them on the moor behind the workshop, in January, before it gets a name.',
  },
  {
    id: 'packs',
    name: 'Packs',
    line: 'Carry less, better',
    intro: 'Simple bags with honest volumes. Every buckle, strap and panel can be replaced by hand.',
  },
  {
    id: 'boots',
    name: 'Boots',
    line: 'Resoled, not replaced',
    intro: 'Stitched, not glued. Send them back when the lugs are gone and we will put new soles on.',
  },
  {
    id: 'sleep',
    name: 'Sleep',
    line: 'Warm where it matters',
    intro: 'Bags, quilts and mats rated at the temperature at which people actually slept in them.',
  },
  {
    id: 'kitchen',
    name: 'Kitchen',
    line: 'Supper at the end of it',
    intro:
      'Small burners, quiet pots and mugs that keep their heat long enough for the second half of the story.',
  },
  {
    id: 'lamps',
    name: 'Lamps',
    line: 'Light, and only enough',
    intro: 'Warm light, real switches you can find with gloves on, and batteries you can buy anywhere.',
  },
];

/** @param {string} id */
export const findCategory = (id) => categories.find((category) => category.id === id);
