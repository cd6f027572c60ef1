// Ready questions, each answered by one tap: what an author begins with. The words are theirs to change; none asks for
// health, belief, politics, orientation, origin, age or income.
import type { Answer, Question } from '../schema/question.ts';

export interface ReadyQuestion {
  /** What such a question is good for. */
  group: 'what they look for' | 'who they are' | 'what they think';
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

const LOOK: Group = 'what they look for';
const ARE: Group = 'who they are';
const THINK: Group = 'what they think';

export const QUESTIONS: readonly ReadyQuestion[] = [
  ready(
    LOOK,
    'need',
    'Need',
    'What brings you here today?',
    'So that we show you the way to it first.',
    one({
      look: 'Looking around',
      compare: 'Comparing',
      buy: 'Buying something',
      help: 'Help with a purchase',
    }),
    { again: '90d' },
  ),
  ready(
    LOOK,
    'benefit',
    'Benefit',
    'What should it do for you, above all?',
    'So that we show you what does.',
    one({ time: 'Save time', money: 'Save money', comfort: 'Be comfortable', joy: 'Give joy' }),
  ),
  ready(
    LOOK,
    'price-or-quality',
    'Price or quality',
    'What matters more to you?',
    'So that we sort by that.',
    one({ price: 'A good price', quality: 'That it lasts', both: 'Some of both' }),
  ),
  ready(
    LOOK,
    'style',
    'Style',
    'Which style do you like?',
    'So that we show you more of it.',
    one({ plain: 'Plain', classic: 'Classic', bold: 'Bold', playful: 'Playful' }),
  ),
  ready(
    LOOK,
    'interests',
    'Interests',
    'What would you like to see more of?',
    'So that the first page fits you. Choose as many as you like.',
    many({ new: 'What is new', offers: 'Offers', guides: 'Guides', stories: 'Stories' }),
  ),
  ready(
    LOOK,
    'budget',
    'Budget',
    'What would you like to spend, about?',
    'So that we show you what is within it.',
    one({ low: 'Up to 50', middle: '50 to 150', high: 'More than 150', open: 'It depends' }),
    { again: '180d' },
  ),
  ready(
    LOOK,
    'for-whom',
    'Gift or self',
    'Who is it for?',
    'So that we can show gift wrapping, or leave it out.',
    one({ self: 'Myself', gift: 'A gift', both: 'Both' }),
    { again: '30d', keep: '60d' },
  ),
  ready(
    ARE,
    'skill',
    'Skill',
    'How much do you know about it already?',
    'So that we explain as much as you need.',
    one({ new: 'I am new to it', some: 'I know a little', much: 'I know it well' }),
  ),
  ready(
    ARE,
    'company-size',
    'Company size',
    'How many people work at your company?',
    'So that we show what suits a company like it.',
    one({
      one: 'Only me',
      few: '2 to 10',
      some: '11 to 100',
      many: 'More than 100',
      private: 'I am here privately',
    }),
  ),
  ready(
    ARE,
    'role',
    'Role',
    'What is your part in choosing this?',
    'So that we show what you need for it.',
    one({ decide: 'I decide', advise: 'I advise', use: 'I would use it', look: 'I only look around' }),
  ),
  ready(
    ARE,
    'values',
    'Values',
    'What should a company like ours care about?',
    'So that we tell you how we do. Choose as many as you like.',
    many({
      nature: 'Nature',
      near: 'Things from near here',
      fair: 'Fair work',
      repair: 'Things that can be repaired',
    }),
  ),
  ready(
    THINK,
    'recommend',
    'Recommendation (NPS)',
    'How likely would you recommend us to a friend?',
    'So that we know how we do.',
    { kind: 'scale', from: 0, to: 10, low: 'Not at all likely', high: 'Very likely' },
    { again: '180d' },
  ),
  ready(
    THINK,
    'satisfaction',
    'Satisfaction',
    'How satisfied are you with this page?',
    'So that we know what to mend.',
    { kind: 'scale', from: 1, to: 5, low: 'Not at all', high: 'Very' },
    { again: '90d' },
  ),
  ready(
    THINK,
    'why-leaving',
    'Why they leave',
    'What keeps you from buying today?',
    'So that we can help with just that.',
    one({
      price: 'The price',
      delivery: 'Delivery',
      unsure: 'I am not sure yet',
      later: 'I come back later',
      other: 'Something else',
    }),
    { again: '90d' },
  ),
  ready(
    THINK,
    'missing',
    'What is missing',
    'What did you not find here?',
    'So that we add it.',
    one({
      sizes: 'My size or variant',
      details: 'Details',
      pictures: 'Pictures',
      help: 'Somebody to ask',
      nothing: 'I found all of it',
    }),
    { again: '90d' },
  ),
  ready(
    THINK,
    'ease',
    'Ease',
    'How easy was it to find what you wanted?',
    'So that we make the way shorter.',
    { kind: 'scale', from: 1, to: 7, low: 'Very hard', high: 'Very easy' },
    { again: '90d' },
  ),
];
