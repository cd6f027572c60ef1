// The first paint of a page: the one thing that a published file does before anything else is loaded. It decides,
// and shows what it decided.

import { isPageEdited } from '../../shared/dom/editable.ts';
import type { Painted } from '../../shared/dom/painted.ts';
import type { Remembered } from '../../shared/engine/lines/remembered.ts';
import type { Settings } from '../../shared/engine/lines/settings.ts';
import { findLines, SETTINGS } from '../../shared/engine/lines/table.ts';
import { parseJson } from '../../shared/engine/native.ts';
import { isRobot } from '../../shared/page/robot.ts';
import { findTag, type Tag } from '../find-tag.ts';
import { isPreviewed } from '../is-previewed.ts';
import { isFramed } from '../observe/framed.ts';
import { isPreviewLink } from '../preview-link.ts';
import { attempt } from './attempt.ts';
import { decideNow } from './decide-now.ts';
import type { Decided } from './decided.ts';
import type { Parts } from './parts.ts';
import { readFile } from './read-file.ts';
import { showNow } from './show-now.ts';
import { stand } from './stand.ts';

/** The script element; where it cannot be found, the files lie beside it all the same, which `import()` knows by itself. */
export const readTag = (): Tag => attempt(findTag, { config: undefined, consent: undefined, address: '' });

/**
 * Whether this page is for the rest to look at: nobody sits in front of it, the extension or a link shows it as somebody
 * else's, it is not shown yet, somebody edits it, or it belongs to the page around it.
 */
export const isForRest = (): boolean =>
  isRobot(navigator.userAgent) ||
  isPreviewLink() ||
  isPreviewed() ||
  !!(document as { prerendering?: boolean }).prerendering ||
  isPageEdited() ||
  isFramed();

export const readSettings = (table: string): Settings => parseJson(findLines(table, SETTINGS)[0] ?? '{}');

/**
 * @param table see shared/publish/compile-table.ts
 * @param parts those that the table needs
 * @param stated traits that the page has stated so far; null: the rest alone knows them
 * @param tag the script element
 * @param isRefused somebody has refused on this page
 * @returns undefined where nothing is decided before the rest is there; null where that has nothing to do either, as the
 *   visitor has refused and nothing is remembered
 */
export function start(
  table: string,
  parts: Parts,
  stated: Remembered['traits'] | null = {},
  tag = readTag(),
  isRefused = false,
): Decided | null | undefined {
  if (isForRest()) return undefined;
  const settings = readSettings(table);
  const file = readFile();
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: unknown };
  const standing = stand(settings, tag.consent, globalPrivacyControl, file);
  if (!isRefused && standing !== 'denied')
    return stated ? decideNow(table, settings, parts, standing, file, Date.now(), stated) : undefined;
  return file.consent && file.consent !== 'denied' ? undefined : null;
}

export interface Started {
  /** null: see `start` */
  decided?: Decided | null | undefined;
  painted?: Painted | undefined;
  /** The config, where it is a file of its own and was asked for (bare/main.ts). */
  config?: Promise<Response> | undefined;
}

/**
 * Decides and shows; what fails leaves the page its original.
 *
 * @param queue what the page has asked so far
 */
export function startNow(
  table: string,
  parts: Parts,
  queue: unknown[] = [],
  tag?: Tag,
  isRefused?: boolean,
): Started {
  const { statedIn = () => ({}) } = parts;
  const decided = attempt(() => start(table, parts, statedIn(queue), tag, isRefused), undefined);
  return { decided, painted: decided ? attempt(() => showNow(decided, table, parts), undefined) : undefined };
}
