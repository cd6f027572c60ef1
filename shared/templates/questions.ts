// Ready questions, each answered by one tap: what an author begins with. The words are theirs to change; none asks for
// health, belief, politics, orientation, origin, age or income. They are in the author's language, as most sites are.
import type { Answer, Question } from '../schema/question.ts';
import { t } from '../words/t.ts';

export const QUESTION_GROUPS = {
  look: t`What they look for`,
  are: t`Who they are`,
  think: t`What they think`,
} as const;

export interface ReadyQuestion {
  /** What such a question is good for. */
  group: keyof typeof QUESTION_GROUPS;
  question: Question;
}

type Group = ReadyQuestion['group'];
type Options = Record<string, string>;

const optionsOf = (options: Options) => Object.entries(options).map(([value, label]) => ({ value, label }));
const one = (options: Options): Answer => ({ kind: 'choice', options: optionsOf(options) });
const many = (options: Options): Answer => ({ kind: 'choice', options: optionsOf(options), many: true });

const ready = (
  group: Group,
  id: string,
  name: string,
  ask: string,
  purpose: string,
  answer: Answer,
  more: Partial<Question> = {},
): ReadyQuestion => ({ group, question: { id, name, ask, purpose, trait: id, answer, ...more } });

const LOOK: Group = 'look';
const ARE: Group = 'are';
const THINK: Group = 'think';

export const QUESTIONS: readonly ReadyQuestion[] = [
  ready(
    LOOK,
    'need',
    t`Need`,
    t`What brings you here today?`,
    t`So that we show you the way to it first.`,
    one({
      look: t`Looking around`,
      compare: t`Comparing what there is`,
      buy: t`Buying something`,
      help: t`Help with a purchase`,
    }),
    { again: '90d' },
  ),
  ready(
    LOOK,
    'benefit',
    t`Benefit`,
    t`What should it do for you, above all?`,
    t`So that we show you what does.`,
    one({ time: t`Save time`, money: t`Save money`, comfort: t`Be comfortable`, joy: t`Give joy` }),
  ),
  ready(
    LOOK,
    'price-or-quality',
    t`Price or quality`,
    t`What matters more to you?`,
    t`So that we sort by that.`,
    one({ price: t`A good price`, quality: t`That it lasts`, both: t`Some of both` }),
  ),
  ready(
    LOOK,
    'style',
    t`Style`,
    t`Which style do you like?`,
    t`So that we show you more of it.`,
    one({ plain: t`Plain`, classic: t`Classic`, bold: t`Bold`, playful: t`Playful` }),
  ),
  ready(
    LOOK,
    'interests',
    t`Interests`,
    t`What would you like to see more of?`,
    t`So that the first page fits you. Choose as many as you like.`,
    many({ new: t`What is new`, offers: t`Offers`, guides: t`Guides`, stories: t`Stories` }),
  ),
  ready(
    LOOK,
    'budget',
    t`Budget`,
    t`What would you like to spend, about?`,
    t`So that we show you what is within it.`,
    one({ low: t`Up to 50`, middle: t`50 to 150`, high: t`More than 150`, open: t`It depends` }),
    { again: '180d' },
  ),
  ready(
    LOOK,
    'for-whom',
    t`Gift or self`,
    t`Who is it for?`,
    t`So that we can show gift wrapping, or leave it out.`,
    one({ self: t`Myself`, gift: t`A gift`, both: t`Both` }),
    { again: '30d', keep: '60d' },
  ),
  ready(
    ARE,
    'skill',
    t`Skill`,
    t`How much do you know about it already?`,
    t`So that we explain as much as you need.`,
    one({ new: t`I am new to it`, some: t`I know a little`, much: t`I know it well` }),
  ),
  ready(
    ARE,
    'company-size',
    t`Company size`,
    t`How many people work at your company?`,
    t`So that we show what suits a company like it.`,
    one({
      one: t`Only me`,
      few: t`2 to 10`,
      some: t`11 to 100`,
      many: t`More than 100`,
      private: t`I am here privately`,
    }),
  ),
  ready(
    ARE,
    'role',
    t`Role`,
    t`What is your part in choosing this?`,
    t`So that we show what you need for it.`,
    one({ decide: t`I decide`, advise: t`I advise`, use: t`I would use it`, look: t`I only look around` }),
  ),
  ready(
    ARE,
    'values',
    t`Values`,
    t`What should a company like ours care about?`,
    t`So that we tell you how we do. Choose as many as you like.`,
    many({
      nature: t`Nature`,
      near: t`Things from near here`,
      fair: t`Fair work`,
      repair: t`Things that can be repaired`,
    }),
  ),
  ready(
    THINK,
    'recommend',
    t`Recommendation (NPS)`,
    t`How likely would you recommend us to a friend?`,
    t`So that we know how we do.`,
    { kind: 'scale', from: 0, to: 10, low: t`Not at all likely`, high: t`Very likely` },
    { again: '180d' },
  ),
  ready(
    THINK,
    'satisfaction',
    t`Satisfaction`,
    t`How satisfied are you with this page?`,
    t`So that we know what to mend.`,
    { kind: 'scale', from: 1, to: 5, low: t`Not at all`, high: t`Very` },
    { again: '90d' },
  ),
  ready(
    THINK,
    'why-leaving',
    t`Why they leave`,
    t`What keeps you from buying today?`,
    t`So that we can help with just that.`,
    one({
      price: t`The price`,
      delivery: t`Delivery`,
      unsure: t`I am not sure yet`,
      later: t`I come back later`,
      other: t`Something else`,
    }),
    { again: '90d' },
  ),
  ready(
    THINK,
    'missing',
    t`What is missing`,
    t`What did you not find here?`,
    t`So that we add it.`,
    one({
      sizes: t`My size or variant`,
      details: t`Details`,
      pictures: t`Pictures`,
      help: t`Somebody to ask`,
      nothing: t`I found all of it`,
    }),
    { again: '90d' },
  ),
  ready(
    THINK,
    'ease',
    t`Ease`,
    t`How easy was it to find what you wanted?`,
    t`So that we make the way shorter.`,
    { kind: 'scale', from: 1, to: 7, low: t`Very hard`, high: t`Very easy` },
    { again: '90d' },
  ),
];
