// Words that name what nobody infers from behaviour (docs/PRIVACY.md, "Rules"): health, belief, politics, orientation,
// origin, age and income.

const WORDS = {
  health:
    'health medical medicine illness disease diagnosis therapy diabetes diabetic cancer depression anxiety hiv aids pregnancy pregnant fertility abortion disability disabled addiction obesity overweight',
  belief:
    'religion religions religious faith christian christianity catholic protestant muslim islam islamic jewish judaism hindu hinduism buddhist buddhism atheist atheism',
  politics:
    'politics political republican democrat conservative socialist communist union-member trade-union',
  orientation: 'sexual sexuality gay lesbian bisexual lgbt lgbtq queer transgender homosexual',
  origin: 'ethnicity ethnic racial migrant refugee',
  age: 'age age-group pensioner pensioners retired minors',
  income: 'income salary debt indebted poor wealthy creditworthiness bankrupt',
} as const;
export type Category = keyof typeof WORDS;

/** @returns [what it is about, the word] or undefined; whole words only: "package" holds no "age" */
export function findSensitiveWord(text: string): [category: Category, word: string] | undefined {
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const joined = ` ${words.join(' ')} `;
  for (const [category, list] of Object.entries(WORDS) as [Category, string][]) {
    for (const word of list.split(' ')) {
      if (joined.includes(` ${word.replace('-', ' ')} `)) return [category, word];
    }
  }
  return undefined;
}
