// Whether lines of JSON are events at all: a field that none of them has is asked for, with those that they have.

import { EVENT_FIELDS } from './column-names.ts';
import { LearnRefusal } from './refusal.ts';

const { own, ga4 } = EVENT_FIELDS;
const OWN = [own.buyer, own.name, own.at];
const GA4 = [ga4.buyer, ga4.name, ga4.at];

/** What may be told of a line: the name of a field, and no address or sentence in its place. */
const IS_NAME = /^[\p{L}_$][\p{L}\d_.$ -]{0,39}$/u;
const TOLD = 12;

export function createFieldFinder(file: string) {
  const missing = { own: new Set<string>(OWN), ga4: new Set<string>(GA4) };
  let found: string[] | undefined;
  return {
    see(line: Record<string, unknown>): void {
      found ??= Object.keys(line).filter((key) => IS_NAME.test(key));
      for (const fields of [missing.own, missing.ga4])
        for (const field of fields) if (field in line) fields.delete(field);
    },
    /** @throws LearnRefusal where no line could be an event */
    judge(isGa4: boolean): void {
      const lacks = [...missing[isGa4 ? 'ga4' : 'own']];
      if (found === undefined || lacks.length === 0) return;
      const others = found.length > TOLD ? ' …' : '';
      const has = `${found.slice(0, TOLD).join(', ') || 'no names of fields'}${others}`;
      throw new LearnRefusal(
        `${file}: its lines have no ${lacks.join(', no ')}. An event of this tag is { "visitor": …, "name": …, "at": …, "props": { … } }, one of GA4 has ${GA4.join(', ')}. The first line has: ${has}.`,
        { fault: { kind: 'fields', lacks, found: found.slice(0, TOLD) } },
      );
    },
  };
}
