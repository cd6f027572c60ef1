// Playbooks: an aim, for whom, what they see instead, and what should happen more by it. All of them are here.
//
// The words are a beginning that is true of everybody in the segment: they claim nothing about the site.

import type { Change } from '../../../shared/schema/change.ts';
import { t } from '../../../shared/words/t.ts';
import type { Found, Survey } from '../../wire/survey-shapes.ts';
import { makeBlock } from '../draft/make-block.ts';
import type { Wanted } from '../draft/make-goal.ts';
import { sayAct } from './say-act.ts';

export interface Playbook {
  id: string;
  /** the aim, as a marketer says it */
  name: string;
  /** what they see, in a sentence */
  does: string;
  /** a segment template's id (shared/templates) */
  segment: string;
  /** what others call it: looked for, never shown */
  words: string;
  /** Of what the page has; nothing where it has not what it takes. */
  changes(page: Survey): Change[];
  /** null: there is nothing to count */
  goal(page: Survey): Wanted | null;
}

const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const below = (found: Found | undefined, html: string): Change[] =>
  found ? [{ kind: 'insert', target: found.target, position: 'after', html }] : [];
const before = (found: Found | undefined, html: string): Change[] =>
  found ? [{ kind: 'insert', target: found.target, position: 'before', html }] : [];
const says = (found: Found | undefined, value: string): Change[] =>
  found ? [{ kind: 'text', target: found.target, value }] : [];

const note = (text: string): string => `<p>${asHtml(text)}</p>`;
const noteWith = (text: string, link: string, to: Found | undefined): string =>
  to?.href === undefined
    ? note(text)
    : `<p>${asHtml(text)} <a href="${asHtml(to.href)}">${asHtml(link)}</a></p>`;

/** Over the page and in its colours, so it moves nothing; what stands in it is drawn after the first paint, and would. */
const slideIn = (page: Survey, title: string, link: string, to: Found | undefined): Change =>
  makeBlock('slide', page, undefined, {
    title,
    ...(to?.href !== undefined && { button: { label: link, href: to.href } }),
  });
const bar = (page: Survey, text: string): Change => makeBlock('bar', page, undefined, { text });

const bought = (): Wanted => ({ kind: 'purchase' });
const event = (name: string) => (): Wanted => ({ kind: 'event', event: name });
const acted = (act: 'click' | 'submit', found: Found | undefined): Wanted | undefined =>
  found && {
    kind: act,
    name: sayAct({ act, label: found.label, says: act === 'click' ? t`main button` : t`form` }),
    target: found.target,
  };
const pressed = ({ button }: Survey): Wanted => acted('click', button) ?? bought();
const signedUp = ({ form }: Survey): Wanted => acted('submit', form) ?? { kind: 'event', event: 'sign_up' };

export const PLAYBOOKS: readonly Playbook[] = [
  {
    id: 'bring-back-baskets',
    name: t`Bring back baskets`,
    does: t`Reminds those who left something in the basket with a slide-in that leads there.`,
    segment: 'basket-abandoner',
    words: t`cart abandoned abandonment recovery remarketing retargeting`,
    changes: (page) => [slideIn(page, t`Your basket is still here.`, t`Go to your basket`, page.basket)],
    goal: bought,
  },
  {
    id: 'finish-the-order',
    name: t`Finish the order`,
    does: t`Shows those who stopped on the way to paying the way back, at the top.`,
    segment: 'checkout-abandoner',
    words: t`checkout cart abandonment payment recovery drop-off funnel`,
    changes: ({ heading, basket }) =>
      below(heading, noteWith(t`Your order is not finished yet.`, t`Go on with it`, basket)),
    goal: bought,
  },
  {
    id: 'greet-the-newsletter',
    name: t`Greet the newsletter`,
    does: t`Welcomes those who come by a link in an e-mail with a bar at the top.`,
    segment: 'email-arrival',
    words: t`newsletter mailing mail crm utm email landing page message match`,
    changes: (page) => [bar(page, t`Welcome, and thank you for reading.`)],
    goal: pressed,
  },
  {
    id: 'keep-the-adverts-promise',
    name: t`Keep the advert’s promise`,
    does: t`Repeats the advert’s words in the headline for those who come by a paid link. You write them there.`,
    segment: 'paid-arrival',
    words: t`utm ads ppc cpc sem google landing page message match ad scent`,
    changes: ({ heading }) => says(heading, t`You have come to the right place`),
    goal: pressed,
  },
  {
    id: 'show-newcomers-where-to-begin',
    name: t`Show newcomers where to begin`,
    does: t`Shows those who are here for the first time where to begin, below the headline.`,
    segment: 'new-visitor',
    words: t`first-time onboarding welcome acquisition bounce rate prospect`,
    changes: ({ heading, button }) =>
      below(heading, noteWith(t`New here? Begin with this:`, button?.label ?? '', button)),
    goal: pressed,
  },
  {
    id: 'welcome-them-back',
    name: t`Welcome them back`,
    does: t`Greets those who have been here before.`,
    segment: 'returning-visitor',
    words: t`returning repeat visit retention personalization greeting`,
    changes: ({ heading }) => says(heading, t`Welcome back`),
    goal: pressed,
  },
  {
    id: 'convince-comparers',
    name: t`Convince comparers`,
    does: t`Helps those choose who look at several things and have not decided.`,
    segment: 'stage-comparing',
    words: t`consideration funnel mofu evaluation compare shoppers decision`,
    changes: ({ heading }) =>
      below(heading, note(t`Still comparing? Take your time: here is what to look at.`)),
    goal: event('add_to_cart'),
  },
  {
    id: 'help-the-hesitant',
    name: t`Help the hesitant`,
    does: t`Answers those who look at one thing again and again, right beside the button.`,
    segment: 'returns-to-one-item',
    words: t`product view repeat intent wishlist hesitation browse abandonment`,
    changes: ({ button, heading }) =>
      before(button ?? heading, note(t`You have looked at this before. Any question left?`)),
    goal: event('add_to_cart'),
  },
  {
    id: 'second-order',
    name: t`Second order`,
    does: t`Shows those who have bought once what comes next.`,
    segment: 'first-time-buyer',
    words: t`second purchase repeat loyalty retention one-time buyer cross-sell`,
    changes: ({ heading }) => below(heading, note(t`Thank you for your first order. What comes next?`)),
    goal: bought,
  },
  {
    id: 'win-them-back',
    name: t`Win them back`,
    does: t`Tells those who bought once and stayed away for long that they are welcome.`,
    segment: 'lapsed-buyer',
    words: t`churn churned win back winback reactivation dormant inactive retention`,
    changes: ({ heading }) => says(heading, t`Good to see you again`),
    goal: bought,
  },
  {
    id: 'thank-who-just-bought',
    name: t`Thank new buyers`,
    does: t`Thanks those who have just ordered, instead of selling to them.`,
    segment: 'stage-just-bought',
    words: t`post-purchase thank you upsell fatigue onboarding suppression`,
    changes: ({ heading }) => below(heading, note(t`Thank you for your order.`)),
    goal: () => null,
  },
  {
    id: 'thank-the-best',
    name: t`Thank your best buyers`,
    does: t`Thanks those who have bought a lot here.`,
    segment: 'high-value',
    words: t`vip big spender lifetime value clv ltv loyalty premium champions`,
    changes: ({ heading }) => below(heading, note(t`Thank you for coming back to us again and again.`)),
    goal: bought,
  },
  {
    id: 'regulars-to-the-newsletter',
    name: t`Regulars to the newsletter`,
    does: t`Asks those who come often for an address, above the form.`,
    segment: 'regular-visitor',
    words: t`lead generation sign-up subscribe subscriber email capture list growth`,
    changes: ({ form, heading }) =>
      before(form ?? heading, note(t`You come here often. Shall we tell you what is new?`)),
    goal: signedUp,
  },
  {
    id: 'help-who-searched-in-vain',
    name: t`Help those who found nothing`,
    does: t`Tells those who searched and found nothing what to do next.`,
    segment: 'search-without-find',
    words: t`zero results no results site search frustration ux`,
    changes: ({ heading }) => below(heading, note(t`Did you not find it? Tell us what you are looking for.`)),
    goal: event('generate_lead'),
  },
];
