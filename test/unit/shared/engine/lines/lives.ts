// Random lives on a small site, of page views as the tag records them and of events between, and the page that is
// opened next. Times lie on a coarse grid, so that edges meet often.
import fc from 'fast-check';
import type { VisitorEvent } from '../../../../../shared/engine/event.ts';
import { record } from '../../../../../shared/engine/fold.ts';
import { readPageAddress, readPageQuery } from '../../../../../shared/engine/glob.ts';
import type { OwnPage } from '../../../../../shared/engine/lines/page-test.ts';
import { type Arriving, openPage, type Remembered } from '../../../../../shared/engine/lines/remembered.ts';
import type { Profile } from '../../../../../shared/engine/profile.ts';
import type { Program } from '../../../../../shared/engine/view.ts';
import { createKeep } from '../../../../../shared/page/keep.ts';
import { viewEvents } from '../../../../../shared/page/page-view.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Props } from '../../../../../shared/schema/props.ts';
import { readArrival } from '../../../../../snippet/observe/arrival.ts';
import { NOW } from '../arbitraries.ts';

const DAY_MS = 864e5;
const keep = createKeep(undefined, () => {});

export const site: Pick<Config, 'topics' | 'capture'> = {
  topics: [
    { topic: 'tents', pages: ['/tents', '/tents/*'] },
    { topic: 'boots', pages: ['/boots/*'] },
    { topic: 'winter', pages: ['/*/winter', '!/boots/*'] },
    { topic: 'maps', pages: ['*map*'] },
  ],
  capture: [
    { kind: 'page', event: 'view_item', pages: ['/tents/*'], props: { item_category: 'tents', value: 3 } },
    { kind: 'page', event: 'begin_checkout', pages: ['/checkout', '/tents/*'] },
    { kind: 'page', event: 'lead', pages: ['!/tents/*'], props: { value: 1 } },
    { kind: 'page', event: 'lead', pages: ['!/tents/*'], props: { value: 5 } },
    { kind: 'click', event: 'share', target: { css: 'a' } },
  ],
};

export interface Page {
  path: string;
  from: string;
  isMissing: boolean;
}
const pageOf = (...paths: string[]): fc.Arbitrary<Page> =>
  fc.record({
    path: fc.constantFrom(...paths),
    from: fc.constantFrom(
      '',
      '',
      'https://www.google.com/',
      'https://partner.example/a',
      'https://shop.example/',
    ),
    isMissing: fc.boolean(),
  });
/** Pages that somebody goes to and fro between. */
const near = pageOf('/help/x', '/tents/a', '/');
export const page = fc.oneof(
  near,
  pageOf(
    ...['/', '/tents/a', '/tents/winter', '/boots/b', '/boots/winter', '/help/x', '/journal/', '/checkout'],
    ...['/find?q=small+tents', '/find?q=boots', '/tents/a?q=tents', '/maps/winter', '/%C3%A9'],
    ...['/?utm_source=newsletter&utm_medium=email', '/tents/a?utm_source=x&utm_campaign=spring'],
    // of topics that no pattern lets foresee together
    '/tents/map/winter',
  ),
);

/** What a page view of the tag records. */
function recordPage(program: Program, profile: Profile, { path, from, isMissing }: Page, now: number) {
  const url = new URL(path, 'https://shop.example');
  const { arrival, tagged } = readArrival(url, from, keep);
  return viewEvents(program.config, url, keep, isMissing).flatMap(({ name, props }) =>
    name === 'page_view'
      ? record(program, profile, name, props, now, arrival, tagged)
      : record(program, profile, name, props, now),
  );
}

/** A profile after that page was opened; the one given stays. */
export function open(program: Program, profile: Profile, page: Page, now: number): Profile {
  const copy: Profile = {
    ...profile,
    visit: profile.visit && { ...profile.visit },
    nodes: { ...profile.nodes },
    transactions: [...profile.transactions],
  };
  recordPage(program, copy, page, now);
  return copy;
}

/** That page as its address and the server tell it. */
export function arrive(config: Pick<Config, 'topics'>, { path, from, isMissing }: Page): Arriving {
  const url = new URL(path, 'https://shop.example');
  const events = viewEvents({ topics: config.topics }, url, keep, isMissing);
  return {
    ...readArrival(url, from, keep),
    address: readPageAddress(url, readPageQuery),
    events: Object.fromEntries(events.map(({ name, props }) => [name, props])),
  };
}

const nothing: Remembered = { rules: '', answers: {}, newestAt: 0, traits: {} };

/** What that page can say of itself before anything is loaded. */
export function own(config: Config, profile: Profile, page: Page, now: number): OwnPage {
  const { behind, path, visit, newestAt } = profile;
  const remembered: Remembered = {
    ...nothing,
    newestAt,
    path,
    ...(visit && { visit }),
    ...(behind && { behindAt: behind.at }),
  };
  return openPage(remembered, arrive(config, page), now).page;
}

type Deed = { wait: number } & ({ page: Page } | { name: string; props: object });

const wait = fc.oneof(
  fc.constantFrom(
    0,
    1,
    60_000,
    600_000,
    1_799_999,
    1_800_000,
    1_800_001,
    3_600_000,
    DAY_MS,
    7 * DAY_MS,
    30 * DAY_MS,
  ),
  fc.integer({ min: 0, max: 600_000 }),
  fc.integer({ min: 0, max: 600_000 }),
  fc.integer({ min: 0, max: 3 * DAY_MS }),
  fc.integer({ min: 0, max: 40 * DAY_MS }),
  fc.constantFrom(-1, -600_000, -3_600_001, -7_200_000),
);
const topic = fc.constantFrom('tents', 'boots', 'maps', 'sleep', '');
const amount = fc.constantFrom(1, 2, 3, 20, 50, 120, 300, 0.5, 'x', -5);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ wait, page }) },
  {
    weight: 5,
    arbitrary: fc.record({
      wait,
      name: fc.constantFrom(
        ...[
          'view_item',
          'view_item',
          'add_to_cart',
          'purchase',
          'purchase',
          'begin_checkout',
          'search',
          'share',
        ],
        ...['exposure', 'engagement', 'scroll', 'rage_click', 'select_promotion', 'page_not_found', 'lead'],
      ),
      props: fc.record(
        {
          value: amount,
          seconds: amount,
          share: fc.constantFrom(0.25, 0.9),
          topic,
          term: fc.constantFrom('tents', 'boots'),
          experience: fc.constantFrom('tents', 'e2'),
          coupon: fc.constantFrom('', 'MAY'),
          tags: fc.array(topic, { maxLength: 2 }),
          items: fc.array(
            fc.record(
              {
                price: amount,
                item_id: fc.constantFrom('a', 'b', 'c'),
                item_category: topic,
                item_brand: fc.constantFrom('tents', 'Other'),
              },
              { requiredKeys: [] },
            ),
            { maxLength: 2 },
          ),
          transaction_id: fc.constantFrom('T1', 'T2', 'T3', 'T4', ''),
        },
        { requiredKeys: [] },
      ),
    }),
  },
);

const toAndFro = fc.array(fc.record({ wait: fc.constantFrom(0, 1, 60_000, 120_000, 600_000), page: near }), {
  maxLength: 8,
});

/** So many things in an hour that some leave a window while others enter it. */
export const busy = fc.array(
  fc.record({
    wait: fc.constantFrom(300_000, 420_000, 600_000, 1_200_000),
    name: fc.constantFrom('view_item', 'purchase', 'view_item'),
    props: fc.record({ value: amount, topic, items: fc.constantFrom([], [{ price: 3 }], [{ price: 1 }]) }),
  }),
  { minLength: 12, maxLength: 30 },
);

export const life: fc.Arbitrary<Deed[]> = fc
  .tuple(
    fc.oneof(
      { weight: 1, arbitrary: fc.array(deed, { maxLength: 4 }) },
      { weight: 4, arbitrary: fc.array(deed, { minLength: 4, maxLength: 40 }) },
    ),
    fc.oneof<fc.Arbitrary<Deed[]>[]>(fc.constant([]), toAndFro, busy),
  )
  .map(([before, last]) => [...before, ...last]);

/** @param did told each event, once it is folded */
export function live(
  program: Program,
  profile: Profile,
  deeds: Deed[],
  did?: (event: VisitorEvent) => void,
): VisitorEvent[] {
  let clock = NOW;
  return deeds.flatMap((one) => {
    clock += one.wait;
    const events =
      'page' in one
        ? recordPage(program, profile, one.page, clock)
        : record(program, profile, one.name, one.props as Props, clock);
    if (did) events.forEach(did);
    return events;
  });
}
