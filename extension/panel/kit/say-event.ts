// Says what a visitor did, as a person would: "Viewed a page: /tents".

import type { Config } from '../../../shared/schema/config.ts';
import type { Props, PropValue } from '../../../shared/schema/props.ts';
import { t } from '../../../shared/words/t.ts';
import { nameOfVariant } from './name-of-variant.ts';

const EVENTS: Record<string, string> = {
  visit_start: t`Began a visit`,
  page_view: t`Viewed a page`,
  engagement: t`Read for a while`,
  scroll: t`Scrolled`,
  search: t`Searched`,
  rage_click: t`Clicked in anger`,
  page_not_found: t`Met a missing page`,
  view_item: t`Viewed an item`,
  view_item_list: t`Viewed a list`,
  select_item: t`Chose an item`,
  add_to_cart: t`Put in the basket`,
  remove_from_cart: t`Took out of the basket`,
  view_cart: t`Looked into the basket`,
  begin_checkout: t`Began to check out`,
  add_to_wishlist: t`Put on the wish list`,
  purchase: t`Ordered`,
  sign_up: t`Signed up`,
  login: t`Signed in`,
  generate_lead: t`Asked for contact`,
  share: t`Shared`,
  exposure: t`Was shown`,
  question_answered: t`Answered a question`,
  item_row: t`Keeps what goes with an item`,
};

/** "Viewed an item", or the event's own name in quotes. */
export const sayEvent = (name: string): string => EVENTS[name] ?? t`“${name.replace(/_/g, ' ')}”`;
/** The same for a field in which the name itself may stand. */
export const sayEventName = (name: string): string => EVENTS[name] ?? name;

/** What a prop's value holds by name; {} where it is no object. */
export const toFields = (value: PropValue | undefined): Props =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

const nameOfQuestion = (config: Config | undefined, id: string): string =>
  config?.questions?.find((question) => question.id === id)?.name || id;

/**
 * What it was about, in a few words; '' when there is nothing to say.
 *
 * @param config whose names are said
 */
export function sayProps(name: string, props: Props, config: Config | undefined): string {
  const { path, seconds, share, term, source, experience, variant, value, items } = props;
  const item = toFields(Array.isArray(items) ? items[0] : undefined);
  switch (name) {
    case 'page_view':
    case 'page_not_found':
      return String(path ?? '');
    case 'engagement':
      return t`${Math.round(Number(seconds))} s`;
    case 'scroll':
      return t`${Math.round(Number(share) * 100)} % of the page`;
    case 'item_row':
      return String(props.item_id ?? '');
    case 'question_answered':
      return nameOfQuestion(config, String(props.question ?? ''));
    case 'search':
      return t`“${String(term)}”`;
    case 'visit_start':
      return source === undefined || source === 'direct' ? t`came directly` : t`came from ${String(source)}`;
    case 'exposure': {
      const shown = nameOfVariant(config, {
        experience: String(experience),
        variant: variant === undefined ? undefined : String(variant),
      });
      return props.late ? t`${shown} (the list came too late: the page kept its own cards)` : shown;
    }
    default: {
      const what = item.item_name ?? item.item_id;
      const worth = name === 'purchase' && value !== undefined ? String(value) : '';
      return [what === undefined ? '' : String(what), worth].filter(Boolean).join(' · ');
    }
  }
}
