// Whether a report is about the site in front, and what in it is about another time than what is live there now.

import { EVERYTHING } from '../../../shared/engine/held-out.ts';
import type { Report } from '../../../shared/measure/report.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';

const toSite = (name: string): string => name.toLowerCase().replace(/^www\./, '');

/**
 * A report without a site was made without a config, and may be anybody's.
 *
 * @param sites what the site in front is called: its host, and in configs
 */
export const isOfSite = ({ site }: Report, sites: readonly string[]): boolean =>
  site === undefined || sites.some((one) => toSite(one) === toSite(site));

/** @param live what visitors get now, as far as it is known */
export function findMisfits(report: Report, live: Config | undefined): string[] {
  const said =
    report.site === undefined
      ? [t`It was made without a config, so it says neither whose it is nor which shares were planned.`]
      : [];
  if (!live) return said;
  for (const { id, name, round } of report.experiences) {
    const { measure } = live;
    const all = measure?.holdout ? { name, round: measure.round } : undefined;
    const now = id === EVERYTHING ? all : live.experiences.find((one) => one.id === id);
    if (!now) said.push(t`“${name ?? id}” is not live here.`);
    else if ((now.round ?? 1) !== round)
      said.push(
        t`“${now.name || id}” is counted anew since: what is live is round ${now.round ?? 1}, this is round ${round}.`,
      );
  }
  return said;
}
