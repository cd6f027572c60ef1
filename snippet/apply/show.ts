// Puts what was decided on the page, through the applier that the extension's preview uses too,
// and tells when an assignment took effect.

import type { Applier, ApplierOptions, Placement } from '../../shared/dom/applier.ts';
import type { Draw } from '../../shared/dom/block/draw.ts';
import type { Purify } from '../../shared/dom/sanitize.ts';
import { fillTokens } from '../../shared/dom/tokens.ts';
import { toJson } from '../../shared/engine/native.ts';
import { placeVariant } from '../../shared/page/placements.ts';
import type { Config } from '../../shared/schema/config.ts';
import { fileFor, findAsked } from '../ask/begin-asking.ts';
import { loadBeside } from '../beside.ts';
import type { Decided } from '../decide/experiences.ts';
import type { Details } from '../events.ts';
import { isMeasuring } from '../is-measuring.ts';
import { quiet } from '../native.ts';
import { createLate, findLists, loadList } from '../recommend/begin-recommending.ts';
import type { Warn } from '../warn.ts';
import { redirect } from './redirect.ts';

export type Expose = (exposure: Details['exposure']) => void;

/** Makes what puts changes on the page. */
export type MakeApplier = (options: ApplierOptions, warn: Warn) => Applier;

export interface Show {
  /** Makes the page what was decided: takes back what is no longer, keeps what is the same, applies what is new. */
  update(decided: Decided[]): void;
  /** A page view ends: the next one's exposures count anew. */
  leave(): void;
}

/**
 * @param read answers a trait or a fact by name, for tokens
 * @param visit names this visit, for what happens once in it; undefined where nothing may be stored
 * @param expose called once a page view for each assignment that took effect, never from within `update`
 * @param isPainted whether something is on the page already: it is then the applier's
 */
export function createShow(
  { hosts = [], experiences, quiet: often, questions, items }: Config,
  read: (kind: 'trait' | 'context', name: string) => unknown,
  visit: () => string | undefined,
  warn: Warn,
  expose: Expose,
  makeApplier: MakeApplier,
  isPainted: boolean,
): Show {
  let current: Decided[] = [];
  let told = new Set<string>();
  let applier: Applier | undefined;
  const late = isMeasuring ? createLate() : undefined;
  const findExposure = (id: string): Details['exposure'] | undefined => {
    const { assignment } = current.find(({ experience }) => experience.id === id) ?? {};
    if (!assignment?.eligible) return undefined;
    const { outcome, variant, segment } = assignment;
    const exposure = { experience: id, outcome, ...(outcome === 'variant' && { variant }), segment };
    return late ? late.say(exposure) : exposure;
  };
  const shown = (id: string) => {
    // not from within `update`; and what is taken back by then was never painted
    queueMicrotask(
      quiet(() => {
        const exposure = findExposure(id);
        const key = toJson(exposure);
        if (!exposure || told.has(key)) return;
        told.add(key);
        expose(exposure);
      }),
    );
  };
  return {
    update(decided) {
      current = decided;
      const placements: Placement[] = [];
      for (const { experience, assignment } of decided) {
        if (!assignment?.eligible || assignment.outcome === 'original') continue;
        const variant = experience.variants.find(({ id }) => id === assignment.variant);
        if (!variant) continue;
        const dry = assignment.outcome === 'holdout';
        const { id } = experience;
        const found = isMeasuring ? findLists({ items }, findAsked({ questions }, variant), read) : variant;
        const placed = placeVariant(experience, found, dry);
        placements.push(...placed.placements);
        for (const { index, url } of placed.redirects) {
          const seen = visit();
          const isLeaving = redirect(url, seen && `${seen} ${id}`, dry);
          if (isLeaving) shown(id);
          if (isLeaving === undefined)
            warn({ code: 'value', message: 'redirect: value', experience: id, change: index });
        }
        // nothing to be seen on the page, such as the plain arm of a split: the assignment itself is the effect
        if (!placed.placements[0] && !placed.redirects[0]) shown(id);
      }
      if (!placements.length && !applier && !isPainted) return;
      applier ??= makeApplier(
        {
          hosts,
          experiences,
          quiet: often,
          fill: (template) => fillTokens(template, read),
          shown,
          draw: async (...given) =>
            (
              (await ((isMeasuring && loadList(given[0])) ||
                loadBeside((isMeasuring && fileFor(given[0])) || 'selvedge-block.js'))) as { draw: Draw }
            ).draw(
              ...(late
                ? late.lend(
                    given,
                    (id) => told.has(toJson(findExposure(id))),
                    shown,
                    (id) => !!findExposure(id),
                  )
                : given),
            ),
          purify: async (...given) =>
            ((await loadBeside('selvedge-purify.js')) as { purify: Purify }).purify(...given),
          report: warn,
        },
        warn,
      );
      applier.show(placements);
    },
    leave() {
      told = new Set();
      late?.clear();
    },
  };
}
