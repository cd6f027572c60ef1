// What is odd inside one part: weights that show nobody anything, values no page has, html that will be
// dropped, targets that are everything.

import { eachOf } from '../grammar/words-for.ts';
import { t } from '../words/t.ts';
import { CONTEXT_RANGES, CONTEXT_VALUES } from './context-keys.ts';
import { readHtml } from './html-text.ts';
import { findNearest } from './nearest.ts';
import { type Parts, readField, readList } from './parts.ts';
import type { Predicate } from './predicate.ts';
import { formatPath, type Problem } from './problem.ts';

/** Neighbouring variants for one segment whose weights are all 0. */
export function findWeightless({ raw }: Parts): Problem[] {
  return readList(raw.experiences).flatMap((experience, e) => {
    const variants = readList(readField(experience, 'variants'));
    const problems: Problem[] = [];
    for (let from = 0; from < variants.length; ) {
      const segment = readField(variants[from], 'segment');
      let to = from + 1;
      while (to < variants.length && readField(variants[to], 'segment') === segment) to++;
      const isNone =
        typeof segment === 'string' &&
        variants.slice(from, to).every((variant) => readField(variant, 'weight') === 0);
      if (isNone) {
        problems.push({
          path: formatPath(['experiences', e, 'variants', from, 'weight']),
          problem: t`the weights of the variants for "${segment}" are all 0, so nobody gets one`,
          remedy: t`Give at least one a weight above 0, or remove them.`,
          severity: 'error',
        });
      }
      from = to;
    }
    return problems;
  });
}

/** Values that a fact of the page never has. */
export function findOddValues({ conditions }: Parts): Problem[] {
  return conditions.flatMap(({ value, path }) => {
    if (value.kind !== 'context') return [];
    return readPlain(value.is, [...path, 'is']).flatMap(({ plain, at }) => judge(value.key, plain, at));
  });
}

function judge(key: string, plain: unknown, at: PropertyKey[]): Problem[] {
  const warn = (problem: string, remedy: string): Problem[] => [
    {
      path: formatPath(at),
      problem,
      remedy,
      severity: 'warning',
      inPanel: {
        problem: t`“${String(plain)}” is nothing that it can ever be`,
        remedy: t`Choose another value in the rule.`,
      },
    },
  ];
  const values = CONTEXT_VALUES[key];
  const range = CONTEXT_RANGES[key];
  if (values && typeof plain === 'string' && !values.includes(plain)) {
    const nearest = findNearest(plain, values);
    const list = t`Values of "${key}": ${values.join(', ')}.`;
    return warn(t`"${plain}" is no ${key}`, nearest ? t`Did you mean "${nearest}"? ${list}` : list);
  }
  if (key === 'country' && typeof plain === 'string' && !isRegion(plain)) {
    return warn(
      t`"${plain}" is no country code`,
      t`Write ISO 3166 alpha-2 in capitals, such as "${toRegion(plain)}".`,
    );
  }
  if (key === 'language' && typeof plain === 'string' && !/^[a-z]{2,3}$/.test(plain)) {
    return warn(
      t`"${plain}" is no primary language`,
      t`Write "${plain.slice(0, 2).toLowerCase()}"; full tags are in "languages".`,
    );
  }
  if (range && typeof plain === 'number' && (plain < range[0] || plain > range[1])) {
    return warn(t`${key} is never ${plain}`, t`It is from ${range[0]} to ${range[1]}.`);
  }
  return [];
}

function isRegion(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || code === 'UK' || code === 'EU') return false;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

function toRegion(text: string): string {
  const known: Record<string, string> = { UK: 'GB', EN: 'GB', USA: 'US', GER: 'DE', EU: 'DE' };
  const upper = text.toUpperCase();
  return known[upper] ?? (isRegion(upper.slice(0, 2)) ? upper.slice(0, 2) : 'DE');
}

/** The plain values that a predicate compares whole, each with its path. */
function readPlain(is: Predicate | undefined, at: PropertyKey[]): { plain: unknown; at: PropertyKey[] }[] {
  if (Array.isArray(is)) return is.map((plain, i) => ({ plain, at: [...at, i] }));
  if (typeof is !== 'object' || is === null) return [{ plain: is, at }];
  return Object.entries(is).flatMap(([operator, value]) => {
    const below = [...at, operator];
    if (['$eq', '$ne', '$in', '$nin', '$all', '$not'].includes(operator)) return readPlain(value, below);
    if (['$and', '$or', '$nor'].includes(operator)) {
      return readList(value).flatMap((inner, i) => readPlain(inner as Predicate, [...below, i]));
    }
    return [];
  });
}

/** What the page will leave out, or what is wider than anyone means. */
export function findDropped({ changes }: Parts): Problem[] {
  return changes.flatMap(({ value, path }) => {
    const warn = (field: string, problem: string, remedy: string, ...below: string[]): Problem => ({
      path: formatPath([...path, field, ...below]),
      problem,
      remedy,
      severity: 'warning',
    });
    const problems: Problem[] = [];
    const html = value.kind === 'html' ? value.value : value.kind === 'insert' ? value.html : '';
    const field = value.kind === 'insert' ? 'html' : 'value';
    for (const { text, path: below } of eachOf(html)) {
      const dropped = [...new Set(readHtml(text).dropped)];
      if (dropped.length)
        problems.push(
          warn(field, t`${dropped.join(', ')} will be taken out`, t`Use class and CSS.`, ...below),
        );
    }
    if (value.kind === 'link' && value.href.includes('{{')) {
      problems.push(warn('href', t`tokens are not filled in addresses`, t`Write the whole address.`));
    }
    if ('target' in value && /^\s*(:root\s+|body\s+)?\*\s*$/.test(value.target.css)) {
      problems.push(warn('target', t`this selector finds every element`, t`Name the element that is meant.`));
    }
    return problems;
  });
}
