// The first paint of a page: the one thing that a published file does before anything else is loaded. It decides; it does
// not paint yet, and the tag does not use it yet.

import type { Settings } from '../../shared/engine/lines/settings.ts';
import { findLines, SETTINGS } from '../../shared/engine/lines/table.ts';
import { parseJson } from '../../shared/engine/native.ts';
import { isPreviewLink } from '../preview-link.ts';
import { isRobot } from '../robot.ts';
import { type Decided, decideNow } from './decide-now.ts';
import type { Parts } from './parts.ts';
import { readFile } from './read-file.ts';
import { stand } from './stand.ts';

/** Set by the extension before the page's scripts run: it shows the page itself. */
const isPreviewed = (): boolean => {
  try {
    return !!sessionStorage.getItem('selvedge:preview');
  } catch {
    return false;
  }
};

/**
 * @param table see shared/publish/compile-table.ts
 * @param parts those that the table needs
 * @returns undefined where nothing is decided before the rest is there: for robots, previews, and after a denial
 */
export function start(table: string, parts: Parts): Decided | undefined {
  if (isRobot(navigator.userAgent) || isPreviewLink() || isPreviewed()) return undefined;
  const [json = '{}'] = findLines(table, SETTINGS);
  const settings = parseJson(json) as Settings;
  const file = readFile();
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: unknown };
  const standing = stand(settings, document.currentScript?.dataset.consent, globalPrivacyControl, file);
  return standing === 'denied' ? undefined : decideNow(table, settings, parts, standing, file, Date.now());
}
