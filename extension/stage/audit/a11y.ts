// Finds accessibility issues that a variant brings in: axe-core before and after.

import axe from 'axe-core';
import { t } from '../../../shared/words/t.ts';
import type { Exhibit, Report } from './bench.ts';

/** Contrast and missing words have checks of their own, with better advice. */
const OFF = ['color-contrast', 'image-alt'];

// Firefox 153 crashes where the page and we read the same element's: axe has the attributes, too
for (const name of Object.getOwnPropertyNames(Element.prototype))
  if (/^aria\w+Elements?$/.test(name))
    Object.defineProperty(Element.prototype, name, { value: undefined, configurable: true });

export async function findIssues(): Promise<Map<string, string>> {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    resultTypes: ['violations'],
    rules: Object.fromEntries(OFF.map((id) => [id, { enabled: false }])),
    iframes: false,
  });
  return new Map(
    violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => [`${id} ${target.join(' ')}`, `${help} (${target.join(' ')})`] as const),
    ),
  );
}

export async function checkIssues(
  { experience, variant }: Exhibit,
  before: Map<string, string>,
  report: Report,
): Promise<void> {
  for (const [key, what] of await findIssues())
    if (!before.has(key))
      report({
        experience: experience.id,
        variant: variant.id,
        kind: 'a11y',
        severity: 'warning',
        what: t`the variant brings in an accessibility issue: ${what}`,
        remedy: t`Change its markup so that people with a screen reader or a keyboard can use it.`,
      });
}
