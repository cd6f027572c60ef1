// Checks the vocabulary (docs/ARCHITECTURE.md, "Words"): one word, one meaning, in code, UI strings and documents.
//
// A word counts wherever it stands: in an identifier, a string, a comment, a sentence. Names that others gave
// (the DOM, HTTP, GA4, the browsers) are listed in `foreign` and stay.

import { type Finding, lineOf, type Source } from './finding.ts';

const say: Record<string, string> = {
  user: 'visitor (on the site) or author (in the extension)',
  customer: 'visitor',
  admin: 'author',
  hit: 'event',
  session: 'visit',
  affinity: 'interest',
  cache: 'snapshot, or say what is kept',
  audience: 'segment',
  cohort: 'segment',
  campaign: 'experience (as a GA4 or utm field it stays `campaign`)',
  variation: 'variant',
  treatment: 'variant',
  bucket: 'assignment',
  impression: 'exposure',
  conversion: 'goal',
  kpi: 'goal',
};

/** Names given by others; each is taken out before looking. */
const foreign = [
  // the addresses of bugs and standards
  /https?:\/\/[^\s)>`'"]+/g,
  /sessionStorage|storage\.session|SessionStorage|newBrowserCDPSession|newCDPSession|persistAcrossSessions/g,
  /user[- ]?agent(?:data)?|navigator\.user\w*|user-select|userSelect|user[- ](?:gesture|activation)|userActivation|isUserActivation|getUserMedia|:user-(?:in)?valid|hadRecentInput/gi,
  /cache-control|max-age|back[-/ ]forward cache|bfcache|CacheStorage|cacheStorage|no-cache/gi,
  /utm_campaign|utmCampaign|utm\('campaign'\)/g,
  // the field, spelt as GA4 does: alone, never part of another name
  /(?<![A-Za-z])campaign(?![A-Za-z])/g,
  // an event and fields as analytics name them
  /\bexperience_impression\b|\bvariation_(?:id|name)\b/g,
  /control-?group/gi,
  /\bcache: '(?:no-store|reload|no-cache)'/g,
  // an option of terser's
  /\b(?:name|mangle)Cache\b/g,
  // the class of chdb's that holds a database
  /\bchdb\.Session\b|\bSession(?=: new \(\))/g,
  // icons by the names their library gave them; in code they are given ours: `Users as People`
  /\bUsers?(?:Round)? as \w+/g,
  // how sites call the fields and pages that the scrubber knows: alternatives of its expressions
  /(?<=\|)[a-z]+\??(?=[|)])|(?<=\()[a-z]+\??(?=\|)/g,
];

const phrases: [RegExp, string][] = [
  [/control group|control variant/gi, 'holdout, or original'],
  [
    /(?:segment|condition|rule)s?(?:Filter|Query)|(?:filter|query)(?:Segment|Condition|Rule)s?/gi,
    'condition',
  ],
];

const blank = (text: string) => ' '.repeat(text.length);
const singular = (word: string) => word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');

/** Documents may name a foreign word in quotes or code, to say what it is called here. */
function hideQuoted({ path, text }: Source): string {
  return path.endsWith('.md') ? text.replace(/`[^`\n]*`|“[^”\n]*”|"[^"\n]*"/g, blank) : text;
}

/** Where others' words are told from ours. */
const OTHERS = [
  'shared/templates/trade-words.ts',
  'shared/learn/column-names.ts',
  // in English what the sources say; in German what a trade says there
  'extension/_locales/en/messages.json',
  'extension/_locales/de/messages.json',
];

export function checkWords(source: Source): Finding[] {
  if (OTHERS.includes(source.path)) return [];
  const shown = hideQuoted(source);
  const text = foreign.reduce((all, name) => all.replace(name, blank), shown);
  const report = (index: number, found: string, instead: string) =>
    `${source.path}:${lineOf(text, index)}: "${found}". Say ${instead}.`;
  const words = [...text.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)].flatMap(({ 0: found, index }) => {
    const instead = say[singular(found.toLowerCase())];
    return instead && Object.hasOwn(say, singular(found.toLowerCase())) ? report(index, found, instead) : [];
  });
  const groups = phrases.flatMap(([phrase, instead]) =>
    [...shown.matchAll(phrase)].map(({ 0: found, index }) => report(index, found, instead)),
  );
  return [...words, ...groups];
}
