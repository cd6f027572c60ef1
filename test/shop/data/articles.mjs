// The journal: what the shop writes. `topics` are what a reader shows interest in (selvedge.json maps the
// addresses to the same words). An image is assets/images/<image>.svg.

/**
 * @typedef {object} Article
 * @property {string} id also the last part of its address: /journal/sleeping-in-snow
 * @property {string} title
 * @property {string} lead
 * @property {string} kicker
 * @property {string} by
 * @property {string} date ISO 8601
 * @property {number} minutes reading time
 * @property {string} image
 * @property {string} alt
 * @property {{ heading?: string, text: string[] }[]} parts
 * @property {string[]} products ids shown below
 */

/** @type {Article[]} */
export const articles = [
  {
    id: 'choosing-a-tent',
    title: 'How to choose a tent you will still like at four in the morning',
    lead: 'Forget the star ratings. Three questions decide almost everything.',
    kicker: 'Buying guide',
    by: 'Ines Harrow',
    date: '2026-09-14',
    minutes: 6,
    image: 'scene-camp',
    alt: 'Two tents on a meadow below green hills in the evening',
    parts: [
      {
        text: [
          'Every tent is comfortable in a shop. The floor is flat, the light is kind and nobody has walked for nine hours to get there. A better test is the one that comes without asking: four in the morning, rain that has been thinking about it all night, and a pole that has begun to hum.',
          'We have sold tents for eleven years and mended them for nine. The mending taught us more. What follows is what the repair bench would say if it could talk.',
        ],
      },
      {
        heading: 'Where will the wind come from?',
        text: [
          'If the answer is “from one side, and I can choose which”, a tunnel gives you the most room for the least weight. Turn its tail to the wind and it lies there like a seal. Turn its flank to the wind and it will spend the night introducing you to every hoop.',
          'If the answer is “from everywhere”, you are above the trees, and you want poles that cross. Each crossing is a triangle, and triangles are the only shape that does not change its mind. One crossing for summer ridges, two for the rest of the year, more for snow.',
        ],
      },
      {
        heading: 'What will you do in it when you cannot sleep?',
        text: [
          'People buy floor area and live in headroom. Sit up in the tent. Put on a jacket. Now do it beside the person you are going with. If one of you has to lie down while the other gets dressed, the tent is for one.',
          'Then think about the porch. A porch you can cook in is worth half a kilo. A porch that only holds boots is worth exactly a pair of boots.',
        ],
      },
      {
        heading: 'Who will put it up?',
        text: [
          'Whoever is most tired. So count the poles, and prefer clips over sleeves when you camp alone and sleeves over clips when it blows. Colour-coded ends are not for beginners; they are for everybody at dusk.',
          'Pitch it once at home, with gloves on. It takes ten minutes, and it is the only ten minutes of preparation that always pays.',
        ],
      },
    ],
    products: ['skarn-2', 'lang-3', 'vard-4'],
  },
  {
    id: 'sleeping-in-snow',
    title: 'Sleeping in snow, and getting up again',
    lead: 'Cold is mostly a question of what you do in the hour before bed.',
    kicker: 'Winter',
    by: 'Tor Aasen',
    date: '2026-11-02',
    minutes: 5,
    image: 'scene-winter',
    alt: 'A lit tent in deep snow under a clear winter evening sky',
    parts: [
      {
        text: [
          'The first night in snow is loud. The tent ticks as it freezes, your breath falls back on you as glitter, and some part of the brain that has not been asked anything for ten thousand years wakes up and asks whether this is wise. By the third night it has gone back to sleep, and so have you.',
          'What makes the difference is not courage, nor even the bag. It is the hour before.',
        ],
      },
      {
        heading: 'Dig first, pitch second',
        text: [
          'Stamp a platform on skis or snowshoes, wait twenty minutes for it to set, and only then put up the tent. Skip the wait and you will sleep in the shape of yourself. Dig a trench in the porch, knee deep: cold air drains into it, and you can sit on the edge like a person.',
          'Bury the snow pegs sideways, tied in the middle. In the morning they will be part of the landscape, and you will be glad of the small shovel.',
        ],
      },
      {
        heading: 'Go to bed warm',
        text: [
          'A sleeping bag makes no heat. It keeps what you bring. So bring some: twenty squats, a hot supper with more butter than seems decent, a flask filled with boiling water and pushed down to your feet. Eat again before you sleep. A cold sleeper is usually a hungry one.',
          'Two mats beat one thick one. Put the closed-cell mat below and the air mat above, and the snow under you will still be snow tomorrow.',
        ],
      },
      {
        heading: 'Keep tomorrow dry',
        text: [
          'Everything that must not freeze sleeps with you: water upside down, gas, batteries, boot liners in a bag. Everything that may freeze stays out, arranged by how much you will want it. Gloves first.',
          'Open the vents. It feels wrong and is right: a closed tent is a wet tent, and a wet tent is a cold one by two o’clock.',
        ],
      },
    ],
    products: ['vard-4', 'drift-minus-18', 'fonn-winter'],
  },
  {
    id: 'winter-light',
    title: 'Four hours of light: walking the short days',
    lead: 'December is not the end of the season. It is the part with nobody in it.',
    kicker: 'Winter',
    by: 'Maud Ellery',
    date: '2026-11-16',
    minutes: 4,
    image: 'scene-dusk',
    alt: 'Low winter sun over blue ridges',
    parts: [
      {
        text: [
          'On the shortest day the sun clears our hill at nine and is gone behind the next one by half past three. Between the two there is a light you cannot buy in June: long, sideways, the colour of weak tea, and it makes every tussock look arranged.',
          'The trick to short days is not to hurry. It is to plan a walk that begins and ends in the dark on purpose.',
        ],
      },
      {
        heading: 'Turn round by the clock, not by the view',
        text: [
          'Write the time on your hand. When it comes, turn, however near the top seems; the top will be there in April. Walk the last hour on a track you know, with the lamp already on your head and the spare batteries warm in a pocket.',
          'Give your eyes a chance. On open snow the wide beam at its lowest setting shows more than the bright one, which only lights your own breath.',
        ],
      },
      {
        heading: 'Dress for standing still',
        text: [
          'You will not be cold while you walk. You will be cold at the gate, over the map, waiting for the one who is tying a lace. Carry one big warm thing on top of the pack and put it on before you need it.',
          'A flask is not a luxury. It is the reason people stop before they are tired instead of after.',
        ],
      },
    ],
    products: ['beck-headlamp', 'cairn-flask', 'fonn-winter'],
  },
  {
    id: 'long-way-round',
    title: 'The long way round: six days on the Marram coast',
    lead: 'A path with no summit, no queue, and a ferry that comes when it comes.',
    kicker: 'Trails',
    by: 'Jonah Pike',
    date: '2026-08-03',
    minutes: 7,
    image: 'scene-coast',
    alt: 'A coast path above the sea with dune grass in the foreground',
    parts: [
      {
        text: [
          'Nobody will give you a medal for walking round the Marram peninsula. It tops out at eighty-one metres. It is ninety-four kilometres long, most of them within reach of spray, and you finish eleven kilometres from where you began, at a pub you could have gone to first.',
          'We have done it three times now, and each time someone has said, around the fourth day and to nobody in particular, that they had forgotten about being anywhere else.',
        ],
      },
      {
        heading: 'Days one and two: the dunes',
        text: [
          'The grass is the reason there is any land here at all. Its roots go down five metres and hold the sand together like stitching; it is what we named ourselves after. Walk behind the dunes, not on them, and drink early: there is no water until the ferry.',
          'Camp in the lee of the old lifeboat shed. The ground is turf over shingle, and takes a long peg.',
        ],
      },
      {
        heading: 'Days three and four: the cliffs',
        text: [
          'Up, along, down to a stream, up again. Two hundred metres of climbing feels like nothing and does it eleven times. Low shoes will do if it is dry. It will not be dry.',
          'The ferry at Saltgate runs on the tide. There is a bell. Ring it once; they heard you.',
        ],
      },
      {
        heading: 'Days five and six: the saltmarsh',
        text: [
          'Flat, enormous, full of birds arguing. Check the tide table twice and keep to the marker posts. On the last morning the whole marsh fills in twenty minutes without a sound, and you stand on the bank with a mug of something and watch the path you came by turn into sky.',
        ],
      },
    ],
    products: ['haul-58', 'moor-mid', 'skarn-2'],
  },
  {
    id: 'care-of-leather',
    title: 'Ten quiet minutes: looking after leather boots',
    lead: 'A tin of wax, an old sock, and a reason to sit down.',
    kicker: 'Workshop',
    by: 'Bea Lindqvist',
    date: '2026-10-05',
    minutes: 4,
    image: 'scene-workshop',
    alt: 'A workbench by a window with hills outside',
    parts: [
      {
        text: [
          'The boots that come back to us after ten years have one thing in common, and it is not the price. Somebody dried them slowly and fed them now and then. That is all. Leather is skin; it wants what skin wants.',
        ],
      },
      {
        heading: 'After every wet walk',
        text: [
          'Laces out, tongue forward, insoles out. Newspaper in, changed once. Then a draughty place, never a radiator: heat shrinks the leather away from the stitching, and no wax can argue with that.',
          'Brush off the mud when it is dry. Mud is a sponge with sand in it, and it goes on drinking long after the walk is over.',
        ],
      },
      {
        heading: 'Once a season',
        text: [
          'Wash with lukewarm water and a little saddle soap. While the leather is still just damp, rub in wax with an old sock, most of it along the seams and the fold behind the toes. Leave it overnight. Wipe off in the morning what the boot did not want.',
          'If the leather feels dry again in a week, you walk more than you think. Congratulations. Do it again.',
        ],
      },
      {
        heading: 'When the lugs are gone',
        text: [
          'Send them to us. A new sole costs a third of a new boot, takes two weeks, and keeps the part that took you a hundred walks to make: the shape of your own foot.',
        ],
      },
    ],
    products: ['moor-mid', 'fonn-winter', 'burn-low'],
  },
];

/** @param {string} id */
export const findArticle = (id) => articles.find((article) => article.id === id);
