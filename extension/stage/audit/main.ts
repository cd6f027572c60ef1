// The checks, as a script of their own: it carries axe-core and comes into a page only when an author asks.
//
// Shows every variant of the page once, looks, and puts back what was there. Runs beside the stage, in its world.

import { t } from '../../../shared/words/t.ts';
import type { Finding, Shift } from '../../wire/stage-shapes.ts';
import { findTouched } from '../targets/elements.ts';
import { checkIssues, findIssues } from './a11y.ts';
import { AUDIT, type Audit } from './bench.ts';
import { checkLists } from './lists.ts';
import { lookAt, lookBefore } from './look-at.ts';
import { checkTargets } from './targets.ts';

const MOST_FINDINGS = 200;

const audit: Audit = async ({ exhibits, show, problems, openItems }) => {
  const findings: Finding[] = [];
  const shifts: Shift[] = [];
  const report = (finding: Finding) => {
    if (findings.length < MOST_FINDINGS) findings.push(finding);
  };
  await show([]);
  checkTargets(exhibits, report);
  const issues = await findIssues();
  for (const exhibit of exhibits) {
    const { experience, variant, placements } = exhibit;
    await show([]);
    const before = lookBefore(findTouched(placements));
    await show(placements);
    const empty = await checkLists(exhibit, openItems, report);
    for (const { code, message, change } of problems()) {
      // why its list shows nothing is said
      if (change !== undefined && empty.has(change)) continue;
      if (code === 'value' || code === 'failed' || code === 'target')
        report({
          kind: 'refused',
          severity: 'error',
          experience: experience.id,
          variant: variant.id,
          ...(change !== undefined && { change }),
          what: message,
          remedy: placements.some((one) => one.index === change && 'list' in one.change)
            ? t`All else of the variant is shown.`
            : t`The page leaves this change out. Write what is allowed, or take it out.`,
        });
    }
    shifts.push(lookAt(exhibit, before, report));
    await checkIssues(exhibit, issues, report);
  }
  return { findings, shifts };
};

Object.defineProperty(globalThis, AUDIT, { value: audit, configurable: true });
