// The files that the tag loads from its own folder when somebody first needs them, and never before. They are made
// by the same build as the tag and belong to it: a tag and a sibling of different versions are not promised to agree.

import { t } from '../words/t.ts';

export interface Sibling {
  name: string;
  /** What it is for, to an owner. */
  what: string;
}

/** The rest of a tag in two files. It holds the config, so it is made anew each time, and belongs to one selvedge.js. */
export const LATER: Sibling = {
  name: 'selvedge-later.js',
  what: t`the rest of the tag, with the config: each page loads it once it is shown`,
};

/** LATER with what only some use: what a tag without a config loads in its place where that says `measure`, `questions` or `items`. */
export const MEASURING: Sibling = {
  name: 'selvedge-measure.js',
  what: t`the rest of the tag with what counts, asks and recommends: loaded in its place where the config says \`measure\`, \`questions\` or \`items\``,
};

/** What puts changes on the page, for a tag in two files: only where something is shown. */
export const SHOW: Sibling = {
  name: 'selvedge-show.js',
  what: t`what changes a page: loaded where a visitor is shown something`,
};

/** What a page has in place of LATER after a refusal. It belongs to one selvedge.js as that does. */
export const LISTENER: Sibling = {
  name: 'selvedge-listen.js',
  what: t`what a page loads instead of the rest where the visitor has refused, until they say otherwise`,
};

/**
 * What a tag in two files is made of beside selvedge.js, in the order in which it is written: each is there before what asks
 * for it. Only LATER holds the config; the others are the same for every site.
 */
export const REST: readonly Sibling[] = [SHOW, LATER, LISTENER];

/** Whether somebody's work is in it: the others may be written over unasked. */
export const holdsConfig = ({ name }: { name: string }): boolean => name === LATER.name;

/** test/unit/conventions reads the tag's sources: what they load stands here, and nothing else. */
export const SIBLINGS: readonly Sibling[] = [
  {
    name: 'selvedge-panel.js',
    what: t`the visitor's own view: what selvedge.open() and links to #selvedge-privacy show`,
  },
  {
    name: 'selvedge-languages.js',
    what: t`the visitor's own view in other languages: loaded as it is opened on a page in one of them`,
  },
  {
    name: 'selvedge-purify.js',
    what: t`the sanitizer that html in a change needs in browsers without setHTML`,
  },
  {
    name: 'selvedge-block.js',
    what: t`what draws blocks (pop-ups, banners, coupons): loaded where one is shown`,
  },
  {
    name: 'selvedge-ask.js',
    what: t`what asks questions: loaded where one may be asked`,
  },
  {
    name: 'selvedge-recommend.js',
    what: t`what chooses items for a visitor and shows them in a list: loaded where one may show some`,
  },
];
