// Every sentence of the visitor's view, in plain words; other languages stand in languages/ beside this. Owners replace any
// of them: `selvedge.open({ strings: { title: 'Deine Daten' } })`, or a JSON script element with id `selvedge-privacy`.

export const STRINGS = {
  /** BCP 47 tag: how dates are written, and how a screen reader speaks. */
  lang: 'en',
  /** Which way it is written: ltr or rtl. */
  dir: 'ltr',
  title: 'Your privacy on this site',
  promise: 'All of this is kept in this browser only. Nothing about you is sent anywhere.',
  /** Where the site counts what works, in its own access log. */
  promiseSent:
    'What you did stays in this browser. What was sent to this site is listed under “What was sent”.',
  /** Where the site’s own analytics are told of it (`measure.tell`). */
  promiseTold: 'This site’s own statistics are told which version you saw and whether it helped.',
  close: 'Close',

  remember: 'Remember me',
  rememberHelp: 'Keep what I do here in this browser, for my next visits.',
  personalize: 'Fit pages to me',
  personalizeHelp: 'Change parts of pages by what is remembered.',
  measure: 'Count what works',
  measureHelp: 'Let this site’s own statistics count which version I saw and whether it helped.',
  questions: 'Ask me questions',
  questionsHelp: 'Now and then one question, answered by a tap. Answers stay in this browser.',
  suggestions: 'Show me suggestions',
  suggestionsHelp: 'What goes with what I looked at or bought, chosen in this browser.',
  waiting: 'You have not been asked yet: nothing is stored, and this page’s memory ends with it.',
  memory: 'This browser lets nothing be stored: this page’s memory ends with it.',
  off: 'Nothing is stored.',
  gpc: 'Your browser asks sites not to follow you (Global Privacy Control). This site honours it.',
  gpp: 'You have told this site not to sell or share your data. This site honours it here too.',
  gpcLocal:
    'Your browser asks sites not to follow you (Global Privacy Control). This site honours it: what is remembered stays in this browser, and nothing leaves it or is counted.',
  gppLocal:
    'You have told this site not to sell or share your data. This site honours it: what is remembered stays in this browser, and nothing leaves it or is counted.',

  changes: 'Changed for you on this page',
  noChanges: 'Nothing. This page is as everybody sees it.',
  showOriginal: 'Show original',
  showChanged: 'Show changed',
  because: 'Because',
  everyone: 'everybody gets this',
  kindText: 'Other words: “{}”',
  kindImage: 'Another picture',
  kindLink: 'A link leads elsewhere',
  kindHide: 'Something is left out',
  kindInsert: 'Something is added: “{}”',
  kindAsk: 'A question may be asked',
  kindRecommend: 'A list shows suggestions',
  kindMove: 'Something has moved',
  kindLook: 'It looks different',
  kindRedirect: 'You were led to this page',

  answers: 'What you answered',
  noAnswers: 'Nothing so far.',
  forgetAnswer: 'Delete answer',

  lists: 'Suggested to you',

  groups: 'Groups you are in',
  noGroups: 'None.',
  otherGroups: 'Groups you are not in',
  /** What the owner’s orders taught: groups of histories, and a visitor’s is like those of one; not what they are. */
  buyers: 'Groups of buyers',
  likeBuyers: 'Your purchases here are most like those of this group of buyers: “{}”',

  memoryTitle: 'What is remembered',
  nothing: 'Nothing.',
  since: 'Since',
  stated: 'Stated',
  lately: 'What you did lately',

  sent: 'What was sent',
  sentHelp:
    'To this site only, without a name or a number for you. Its server sees the address of your network, as with every page.',
  sentNothing: 'Nothing so far.',
  sentCounted: 'Counted as a visitor, on the side “{}” of a random draw',
  sentGoal: 'Reached “{}”, on the side “{}” of a random draw',
  sentAnswer: 'with an answer that may be untrue to what you were shown',
  sentShown: 'with which of the versions you were shown',
  sentSpent:
    'Some of these answers are untrue by chance, so that no line proves anything about you. Many together could, so each costs points: {} of {} are used up, and after that nothing new is counted.',

  download: 'Download my data',
  erase: 'Delete everything',
  eraseSure: 'Really delete everything?',
  erased: 'Deleted.',
  cancel: 'Keep it',

  preview: 'Preview.',
  previewHelp: 'This page as “{}” sees it. Nothing is remembered or counted.',
  previewNone: 'The segment in this link is not published here, so this is the ordinary page.',
  previewLeave: 'Show the ordinary page',
  previewHide: 'Hide this notice',

  event_visit_start: 'Visits',
  event_page_view: 'Pages opened',
  event_view_item: 'Products looked at',
  event_add_to_cart: 'Put in the cart',
  event_begin_checkout: 'Checkouts begun',
  event_purchase: 'Purchases',
  event_search: 'Searches',
  event_question_answered: 'Questions answered',
  event_item_row: 'What goes with items seen',
  event_exposure: 'Changed parts seen',
  event_engagement: 'Times read',
  event_scroll: 'Times scrolled',
};

export type Strings = typeof STRINGS & Record<string, string>;
