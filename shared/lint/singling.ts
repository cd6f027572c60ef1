// Advice on rules that could single out one person: Selvedge speaks to groups.

import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import type { Where } from '../schema/predicate.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';
import { rulesOf } from './rules-of.ts';

/** Keys, in snake case, whose values are about one person. */
const IDENTITY =
  /(^|[._-])(e_?mail|mail|phone|tel|uid|guid|uuid|login|(first|last|full|sur)_?name|name|ssn|iban|passport|birth_?(day|date)|dob|street|address|token)$/i;
/** Any other id is one person's too, but for those of things. */
const ID = /(^|[._-])id$/i;
const ID_OF_THINGS = /(item|product|variant|list|promotion|category|experience|location|affiliate)_id$/i;
/** An e-mail address, a UUID, a long number or a long mix of letters and digits. */
const IDENTIFIER = /@|^[0-9a-f]{8}-[0-9a-f]{4}-|^\+?[\d ()-]{8,}$|^(?=.*\d)(?=.*[a-z])[\w-]{20,}$/i;
/** Facts that together come close to a fingerprint. */
const FINGERPRINT = [
  'timeZone',
  'country',
  'language',
  'languages',
  'os',
  'browser',
  'device',
  'viewport.width',
  'colorScheme',
  'pointer',
];
const TOO_MANY_FACTS = 5;

export function lintSingling(config: Config): Problem[] {
  const problems: Problem[] = [];
  const warn = (path: PropertyKey[], problem: string, remedy: string) =>
    problems.push({ path: formatPath(path), problem, remedy, severity: 'warning' });
  const judge = (key: string, is: Where[string], path: PropertyKey[]) => {
    const exact = readExact(is);
    const problem = exact.some((value) => typeof value === 'string' && IDENTIFIER.test(value))
      ? t`this value looks like it belongs to one person`
      : exact.length > 0 && isPersonal(key.replace(/([a-z])([A-Z])|-/g, '$1_$2'))
        ? t`"${key}" could single out one person`
        : undefined;
    if (problem) warn(path, problem, t`Ask for something that many share, such as a tier.`);
  };
  const judgeFacts = (of: Condition[], path: PropertyKey[]) => {
    const facts = countFacts(of);
    if (facts >= TOO_MANY_FACTS)
      warn(
        path,
        t`${facts} facts of the device together come close to a fingerprint`,
        t`Keep the two or three that matter.`,
      );
  };
  for (const { value, path } of rulesOf(config)) {
    if (value.kind === 'trait') judge(value.key, value.is, [...path, 'is']);
    if (value.kind === 'context' && value.key.startsWith('query.'))
      judge(value.key, value.is, [...path, 'is']);
    if (value.kind === 'first' || value.kind === 'last') judge(value.of, value.is, [...path, 'is']);
    if ('where' in value) {
      for (const [key, is] of Object.entries(value.where ?? {})) judge(key, is, [...path, 'where', key]);
    }
    if (value.kind === 'all') judgeFacts(value.of, path);
  }
  config.models?.forEach(({ terms }, m) => {
    const weighed = terms.flatMap((term) => ('when' in term ? [term.when] : []));
    judgeFacts(weighed, ['models', m, 'terms']);
  });
  return problems;
}

function isPersonal(key: string): boolean {
  return IDENTITY.test(key) || (ID.test(key) && !ID_OF_THINGS.test(key));
}

function countFacts(of: Condition[]): number {
  const keys = of.map((part) => (part.kind === 'context' && readExact(part.is).length > 0 ? part.key : ''));
  return new Set(keys.filter((key) => FINGERPRINT.includes(key))).size;
}

/** The values that a predicate asks for exactly; a choice among more than three is a group. */
function readExact(is: Where[string]): unknown[] {
  if (typeof is !== 'object' || is === null) return typeof is === 'boolean' ? [] : [is];
  if (Array.isArray(is)) return [];
  const { $eq, $in } = is;
  if ($eq !== undefined) return [$eq];
  return Array.isArray($in) && $in.length <= 3 ? $in : [];
}
