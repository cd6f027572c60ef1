// What a learned group of buyers is called and how it is described where no author has given it a name: by its figures. In
// a config that stands in English, so that the same rows make the same bytes for everybody; whoever shows it says it in
// the reader's language. What is not of this form is an author's own.

/** A sentence with `{}` where its figure goes. */
type Template = string;

export interface GroupWords {
  /** how numbers and times are written */
  locale: string;
  once: string;
  twice: string;
  often: Template;
  spent: Template;
  /** of each figure: "about 4" */
  about: Template;
  /** what stands between them; else a comma */
  join?: string;
  /** of a rule that stands for a group; without it that is not said */
  rule?: Template;
  /** of a description */
  last?: Template;
  share?: Template;
  again?: (own: string, all: string) => string;
}

export interface GroupFigures {
  /** 1.5 is once or twice */
  orders: number;
  /** so long ago was the last one; none is today */
  ago: number;
  unit: 'day' | 'week' | 'month';
  sum?: number | undefined;
  isRule?: boolean;
  /** in per cent, of a description: of all buyers, and who of them, and of all, bought again */
  share?: number;
  again?: [own: number, all: number] | undefined;
}

export const GROUP_WORDS: GroupWords = {
  locale: 'en',
  once: 'Bought once',
  twice: 'Bought once or twice',
  often: 'Bought {} times',
  spent: 'spent {}',
  about: 'about {}',
  rule: '{} (rule)',
  last: 'last {}',
  share: '{} of buyers',
  again: (own, all) => `${own} bought again in the test, of all ${all}`,
};

const fill = (template: Template, figure: string): string => template.replace('{}', () => figure);
const percent = (figure: number): string => `${figure} %`;

function sayOften(orders: number, { once, twice, often, about }: GroupWords): string {
  if (orders < 2) return orders > 1 ? twice : once;
  return fill(often, fill(about, `${orders}`));
}

/** "about 5 weeks ago": each language has its own way to say when, and says the number somewhere in it. */
function sayAgo({ ago, unit }: GroupFigures, { locale, about }: GroupWords): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: ago ? 'always' : 'auto' })
    .formatToParts(-ago, unit)
    .map(({ type, value }) => (type === 'integer' && ago ? fill(about, value) : value))
    .join('');
}

export function sayGroup(figures: GroupFigures, words: GroupWords): string {
  const { orders, sum, isRule, share, again } = figures;
  const ago = sayAgo(figures, words);
  const said = [
    sayOften(orders, words),
    share === undefined ? ago : fill(words.last ?? '{}', ago),
    ...(sum === undefined
      ? []
      : [
          fill(
            words.spent,
            fill(words.about, sum.toLocaleString(words.locale, { maximumFractionDigits: 2 })),
          ),
        ]),
  ].join(words.join ?? ', ');
  if (share === undefined) return isRule ? fill(words.rule ?? '{}', said) : said;
  const next = again && words.again ? `; ${words.again(percent(again[0]), percent(again[1]))}` : '';
  return `${said}: ${fill(words.share ?? '{}', percent(share))}${next}`;
}

const OFTEN = 'Bought (once or twice|once|about (\\d+) times)';
const AGO = '(?:today|about (\\d+) (day|week|month)s? ago)';
const SPENT = 'spent about (\\d(?:[\\d.,]*\\d)?)';
const SHARE = ': (\\d+) % of buyers(?:; (\\d+) % bought again in the test, of all (\\d+) %)?';
const NAME = `${OFTEN}, ${AGO}(?:, ${SPENT})?`;
const WHOLE_NAME = new RegExp(`^${NAME}( \\(rule\\))?$`);
const NAMES = new RegExp(`${NAME}( \\(rule\\))?`, 'g');
const DESCRIPTION = new RegExp(`^${OFTEN}, last ${AGO}, ${SPENT}${SHARE}$`);

type Matched = (string | undefined)[];

function figuresOf([, often, orders, ago = '0', unit = 'day', sum]: Matched): GroupFigures {
  return {
    orders: orders ? Number(orders) : often === 'once' ? 1 : 1.5,
    ago: Number(ago),
    unit: unit as GroupFigures['unit'],
    sum: sum === undefined ? undefined : Number(sum.replaceAll(',', '')),
  };
}

/** Of the rule that stands for a group of that name, so that nobody takes one for the other. */
export const nameOfRule = (name: string): string => `${name} (rule)`;

/** @returns undefined of what an author called it */
export function readGroupName(name: string): GroupFigures | undefined {
  const found = WHOLE_NAME.exec(name);
  return found ? { ...figuresOf(found), isRule: found[6] !== undefined } : undefined;
}

/** @returns undefined of what an author wrote */
export function readGroupDescription(text: string): GroupFigures | undefined {
  const found = DESCRIPTION.exec(text);
  if (!found) return undefined;
  const [share = 0, own, all] = found.slice(6).map((n) => (n === undefined ? undefined : Number(n)));
  return { ...figuresOf(found), share, again: own === undefined ? undefined : [own, all ?? 0] };
}

/** A name or a description in other words, where it is of this form; else as it is. */
export function translateGroup(text: string, words: GroupWords): string {
  const figures = readGroupName(text) ?? readGroupDescription(text);
  return figures ? sayGroup(figures, words) : text;
}

/** The same of the names within a sentence. */
export const translateGroups = (sentence: string, words: GroupWords): string =>
  sentence.replace(NAMES, (name) => translateGroup(name, words));
