// What to try in the demo shop: `npm start` prints it, and the card on its pages shows it.

/** @type {readonly import('./stories.d.mts').Story[]} */
export const stories = [
  {
    title: 'Look at three tents',
    acts: [
      { text: 'Open three of the', link: { path: '/tents', name: 'tents' } },
      { text: 'and come back to the', link: { path: '/', name: 'home page' } },
    ],
    ends: 'It now leads with tents, from the first frame.',
  },
  {
    title: 'Arrive from the newsletter',
    acts: [
      {
        text: 'In a fresh window (tents win over the letter), open',
        link: {
          path: '/?utm_source=letter&utm_medium=email&utm_campaign=winter-23',
          name: 'the letter’s link',
        },
      },
    ],
    ends: 'The page goes on where the letter ended.',
  },
  {
    title: 'Read two winter stories',
    acts: [
      { text: 'Read', link: { path: '/journal/sleeping-in-snow', name: 'Sleeping in snow' } },
      { text: 'and', link: { path: '/journal/winter-light', name: 'Winter light' } },
      { text: 'and go', link: { path: '/', name: 'home' } },
    ],
    ends: 'Snow.',
  },
  {
    title: 'Leave a basket',
    acts: [{ text: 'Add anything, and look round for a minute' }],
    ends: 'The ribbon on top remembers it, without a reload.',
  },
  {
    title: 'Sort a shelf by price',
    acts: [
      { text: 'Click “Price, lowest first” on', link: { path: '/tents', name: 'a shelf' } },
      { text: 'and go', link: { path: '/', name: 'home' } },
    ],
    ends: 'The seconds have moved up. One visitor in ten is held out and sees no change.',
  },
  {
    title: 'Tell it what you do',
    acts: [
      { text: 'Ask for', link: { path: '/newsletter', name: 'the letter' } },
      { text: 'and open', link: { path: '/journal', name: 'the journal' } },
    ],
    ends: 'It is named after you.',
  },
];

/** As the terminal prints them. @param {string} site */
export const printStories = (site) =>
  stories
    .map(({ title, acts, ends }, index) =>
      [
        `  ${index + 1}. ${title}`,
        ...acts.map(({ text, link }) => `     ${text}${link ? ` ${link.name}: ${site}${link.path}` : ''}`),
        `     ${ends}`,
      ].join('\n'),
    )
    .join('\n\n');
