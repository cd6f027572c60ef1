// A made-up visitor: what they did before, who they are here and now, and what they do next. The engine answers, as it
// does on a page.
import * as z from 'zod';
import { assign } from '../../shared/engine/assign.ts';
import { segments } from '../../shared/engine/decide.ts';
import { record } from '../../shared/engine/fold.ts';
import { matchesPages } from '../../shared/engine/pattern.ts';
import { createProfile } from '../../shared/engine/profile.ts';
import type { View } from '../../shared/engine/view.ts';
import { DURATION, ms } from '../../shared/grammar/duration.ts';
import { createRecipe } from '../../shared/lint/recipe.ts';
import { readRules } from '../../shared/page/read-rules.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { PropValue } from '../../shared/schema/props.ts';

const Span = z.string().regex(DURATION).describe('as "30m", "12h", "7d"');
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const around = (inner: z.ZodType<PropValue>): z.ZodType<PropValue> =>
  z.union([Scalar, z.array(inner), z.record(z.string(), inner)]);
/** As deep as a page's event is remembered (`shared/page/props.ts`). */
const Value = around(around(around(Scalar)));
const Props = z.record(z.string(), Value).default({});
/** With two slashes, or one of either kind, it would be another site. */
const Path = z.string().regex(/^\/(?![/\\])/);
/** Dates have an end. */
const LATEST = 8.64e15;
const Plain = z.union([z.string(), z.number(), z.boolean()]);

export const Visitor = z.object({
  history: z
    .array(
      z.object({
        event: z.string().min(1).describe('as page_view, purchase, add_to_cart; page_view has props.path'),
        ago: Span,
        props: Props,
      }),
    )
    .max(2000)
    .default([])
    .describe('what they did, before the page they are on'),
  traits: z.record(z.string(), z.union([Plain, z.array(Plain)])).default({}),
  arrival: z
    .partialRecord(z.enum(['source', 'medium', 'campaign', 'channel', 'referrer']), z.string())
    .default({})
    .describe('how each visit came'),
  facts: z
    .record(z.string(), z.union([Plain, z.array(z.string())]))
    .default({})
    .describe(
      'of the page and the device, keyed as in a condition "context": device, viewport.width, query.x',
    ),
  path: Path.default('/').describe('the page they are on'),
  now: z.iso.datetime({ offset: true }).optional().describe('without it the time it is'),
  seed: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/)
    .default('5e1ed6e0')
    .describe('decides who is in a holdout and which of several variants of a segment is given'),
});
type Visitor = z.infer<typeof Visitor>;

export const Step = z.union([
  z.strictObject({ wait: Span }),
  z.strictObject({ visit: Path.describe('a page') }),
  z.strictObject({ event: z.string().min(1), props: Props }),
]);
type Step = z.infer<typeof Step>;

/** A page has an origin; where patterns name one, it is the site's. */
function urlOf({ site }: Config, path: string): URL {
  if (!URL.canParse(path, `https://${site}`))
    throw new Error(`"site" is a host, such as shop.example; "${site}" is not.`);
  return new URL(path, `https://${site}`);
}

function given(config: Config, { program, profile, facts, now }: View, path: string, seed: string) {
  return config.experiences
    .filter(({ pages }) => matchesPages(pages, urlOf(config, path)))
    .map((experience) => {
      const view = { program, profile, facts, now };
      const { id, outcome, variant, segment, reason } = assign(experience, view, seed);
      const { trigger } = experience;
      return { id, outcome, variant, segment, reason, ...(trigger && { waitsFor: trigger.kind }) };
    });
}

/** Somebody who has lived through their history, and is on their page. */
function live(config: Config, visitor: Visitor, at: number) {
  const program = readRules(config);
  const profile = createProfile(program);
  const { arrival, traits, seed } = visitor;
  Object.assign(profile.traits, traits);
  let { path } = visitor;
  let now = at;
  const put = (name: string, props: Visitor['history'][number]['props'], when: number): void =>
    void record(program, profile, name, props, when, { channel: 'direct', source: 'direct', ...arrival });
  const view = (): View => ({
    program,
    profile,
    facts: { ...createRecipe().facts, ...visitor.facts, path: path.split(/[?#]/)[0] },
    now,
  });
  const isSeen = new Set<string>();
  /** What a page shows counts as seen, once a page view: `frequency` asks for it. */
  const see = () => {
    const shown = given(config, view(), path, seed);
    for (const { id, outcome, variant } of shown) {
      if (outcome === 'original' || isSeen.has(id)) continue;
      isSeen.add(id);
      put('exposure', { experience: id, outcome, ...(variant !== undefined && { variant }) }, now);
    }
    return shown;
  };
  const visit = (next: string): void => {
    path = next;
    isSeen.clear();
    put('page_view', { path: next.split(/[?#]/)[0] ?? next }, now);
  };
  for (const { event, ago, props } of visitor.history.toSorted((a, b) => ms(b.ago) - ms(a.ago)))
    put(event, event === 'page_view' ? { path: '/', ...props } : props, now - ms(ago));
  visit(path);
  return {
    view,
    look: () => ({ at: new Date(now).toISOString(), path, segments: segments(view()), experiences: see() }),
    /** Does one thing more. */
    act(step: Step): void {
      if ('wait' in step) {
        now += ms(step.wait);
        if (now > LATEST) throw new Error('Nobody waits so long.');
      } else if ('visit' in step) visit(step.visit);
      else put(step.event, step.props, now);
    },
  };
}

const nowOf = ({ now }: Visitor, clock: number): number => (now === undefined ? clock : Date.parse(now));

/** How the engine sees them on their page. */
export const viewOf = (config: Config, visitor: Visitor, clock: number): View =>
  live(config, visitor, nowOf(visitor, clock)).view();

/** What they are given at first and after each step. */
export function walk(config: Config, visitor: Visitor, steps: Step[], clock: number) {
  const somebody = live(config, visitor, nowOf(visitor, clock));
  let before = somebody.look();
  const first = before;
  const then = steps.map((step) => {
    somebody.act(step);
    const here = somebody.look();
    const entered = here.segments.filter((id) => !before.segments.includes(id));
    const left = before.segments.filter((id) => !here.segments.includes(id));
    before = here;
    return { step, ...here, entered, left };
  });
  return { first, then };
}
