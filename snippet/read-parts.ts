// Reads the lists of a config item by item: what is odd is left out alone, with one warning that names its place, and
// of two with one id the first counts. What the items say is judged where it is used.

import type { Config } from '../shared/schema/config.ts';
import { isMeasuring } from './is-measuring.ts';
import type { Warn } from './warn.ts';

type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields => !!value && typeof value === 'object';
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
/** What a config may hold at its top: what a newer one holds besides is ignored, and said. */
const FIELDS =
  `$schema version learned site revision privacy needs capture topics interests rfm hosts goals segments experiences quiet${isMeasuring ? ' measure questions personas value models buyer items' : ''}`.split(
    ' ',
  );
const TRIGGERS = ['load', 'event', 'scroll', 'time', 'exit', 'idle'];
const CAPTURES = ['page', 'click', 'seen', 'submit'];
/** One odd pattern makes all of them odd: without it the rest could mean more pages than was said. */
const isPages = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

export function readParts(value: Fields, warn: Warn): Config {
  const skip = (path: string, message = 'not understood; skipped.') =>
    void warn({ code: 'config', message, path });

  const read = (list: unknown, path: string, isRight: (item: Fields) => unknown): Fields[] => {
    const ids = new Set<unknown>();
    if (Array.isArray(list))
      return list.filter((item, index) => {
        const at = `${path}[${index}]`;
        if (!isRight(item ?? {})) skip(at);
        else if (ids.has(item.id)) skip(at, `the id "${item.id}" is there already; the first counts.`);
        else return isText(item.id) ? ids.add(item.id) : true;
        return false;
      });
    if (list !== undefined) skip(path);
    return [];
  };

  for (const field of Object.keys(value))
    if (!FIELDS.includes(field)) skip(field, 'not known here; ignored.');

  const { experiences } = value;
  return {
    ...value,
    privacy: isObject(value.privacy) ? value.privacy : {},
    hosts: read(value.hosts, 'hosts', isText).map((host) => `${host}`.toLowerCase()),
    segments: read(value.segments, 'segments', ({ id, when }) => isText(id) && isObject(when)),
    experiences: read(
      experiences,
      'experiences',
      ({ id, status, pages, variants, trigger }) =>
        isText(id) &&
        isText(status) &&
        isPages(pages) &&
        Array.isArray(variants) &&
        (trigger === undefined || (isObject(trigger) && TRIGGERS.includes(`${trigger.kind}`))),
    )
      .filter(({ status }) => status === 'live')
      .map((item) => ({
        ...item,
        variants: read(
          item.variants,
          `experiences[${(experiences as unknown[]).indexOf(item)}].variants`,
          ({ id, segment }) => isText(id) && isText(segment),
        ),
      })),
    capture: read(
      value.capture,
      'capture',
      ({ kind, event, target, pages }) =>
        isText(event) &&
        CAPTURES.includes(`${kind}`) &&
        (kind === 'page' ? isPages(pages) : isObject(target) && isText(target.css)) &&
        (pages === undefined || isPages(pages)),
    ),
    goals: read(
      value.goals,
      'goals',
      ({ id, event, value: of }) => isText(id) && isText(event) && (of === undefined || isText(of)),
    ),
    topics: read(value.topics, 'topics', ({ topic, pages }) => isText(topic) && isPages(pages)),
  } as unknown as Config;
}
