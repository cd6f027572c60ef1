// A template with its blanks filled: a segment, and the sentence that says it.
import type { Segment } from '../schema/config.ts';
import { sayRough } from '../words/numbers.ts';
import { t } from '../words/t.ts';
import { isShare, sayChoice } from './blank-names.ts';
import { getTemplate } from './gallery.ts';
import { TEXTS } from './texts.ts';

const UNITS: Record<string, (count: string) => string> = {
  s: (count) => (count === '1' ? t`1 second` : t`${count} seconds`),
  m: (count) => (count === '1' ? t`1 minute` : t`${count} minutes`),
  h: (count) => (count === '1' ? t`1 hour` : t`${count} hours`),
  d: (count) => (count === '1' ? t`1 day` : t`${count} days`),
  w: (count) => (count === '1' ? t`1 week` : t`${count} weeks`),
};

/**
 * @param params as the template's schema has them; defaults fill what is missing
 * @throws ZodError when they do not fit; RangeError on an unknown template
 */
export function fillTemplate(id: string, params: Record<string, unknown> = {}): Segment {
  const template = getTemplate(id);
  return {
    id,
    name: TEXTS[id]?.name ?? id,
    description: describeTemplate(id, params),
    when: template.build(params),
  };
}

/** The sentence of a template with these params; a blank that is not filled reads as "…". */
export function describeTemplate(id: string, params: Record<string, unknown> = {}): string {
  const { shape } = getTemplate(id).params;
  const said = (TEXTS[id]?.sentence ?? id).replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const parsed = shape[name] as { safeParse(value: unknown): { data?: unknown } } | undefined;
    return sayValue(parsed?.safeParse(params[name]).data, name);
  });
  // what is left open ends a sentence by itself
  return said.replaceAll('….', '…');
}

function sayValue(value: unknown, name: string): string {
  if (value === undefined) return '…';
  if (Array.isArray(value)) return value.join(', ');
  if (isShare(name) && typeof value === 'number') return `${sayRough(value * 100, 12)} %`;
  const duration = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(String(value));
  if (!duration) return sayChoice(name, String(value));
  const [, count = '', unit = ''] = duration;
  return UNITS[unit]?.(count) ?? String(value);
}
