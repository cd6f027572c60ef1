// Reads a report that the author opened, dropped, pasted or fetched. What is none says what it is, as far as that can be
// seen, and what to do.

import type { Report } from '../../../shared/measure/report.ts';
import { t } from '../../../shared/words/t.ts';
import { isRecord } from '../../wire/is-record.ts';
import { ReportShape } from '../site/report-shape.ts';

export type ReadReport = { kind: 'ok'; report: Report } | { kind: 'bad'; why: string };

/** Longer than any site's, and short enough to be kept; characters. */
const MOST = 4_000_000;
const MAKE = '`selvedge report access.log --config selvedge.json -o report.json`';

const bad = (why: string): ReadReport => ({ kind: 'bad', why });

const isLog = (text: string): boolean =>
  /"(GET|POST|HEAD|OPTIONS|PUT) \S+|^#(Fields|Version):|selvedge-ping\?/m.test(text.slice(0, 20_000));

function sayNoJson(text: string): string {
  if (text.trim() === '') return t`There is nothing in it.`;
  if (text.startsWith('\x1f') || text.includes('\0'))
    return t`It is packed, or no text. A report is what ${MAKE} writes.`;
  if (isLog(text)) return t`It is an access log, and not a report of one: open what ${MAKE} writes.`;
  if (/^\s*\{/.test(text)) return t`It is cut or damaged. Copy it again, whole, or make it anew.`;
  return t`It is no report. Open what ${MAKE} writes.`;
}

/** `experiences, 1, days`, as people count. */
const sayPath = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(', ');

export function readReport(text: string): ReadReport {
  if (text.length > MOST)
    return bad(t`It is longer than ${MOST / 1e6} million characters. Report fewer days, by --since.`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return bad(sayNoJson(text));
  }
  // one line of a log may be JSON, too
  if (!isRecord(raw) || raw.source === undefined) {
    if (isRecord(raw) && Array.isArray(raw.segments))
      return bad(t`It is a config, and not a report of what was counted: open what ${MAKE} writes.`);
    return bad(isLog(text) ? sayNoJson(text) : t`It is no report. Open what ${MAKE} writes.`);
  }
  const { version } = raw;
  if (typeof version === 'number' && version > 1)
    return bad(t`A newer Selvedge made it (reports of version ${version}). Update the extension.`);
  const parsed = ReportShape.safeParse(raw);
  if (parsed.success) return { kind: 'ok', report: parsed.data };
  const [first] = parsed.error.issues;
  const where = first && first.path.length > 0 ? t` (at ${sayPath(first.path)})` : '';
  return bad(t`It is damaged, or no report of selvedge${where}. Make it anew: ${MAKE}.`);
}
