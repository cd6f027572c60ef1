// What differs between two configs. Things with an id are told apart by it, wherever they stand.
import diff from 'microdiff';

export interface ConfigDifference {
  /** As `segments.tents.when.is.$gte`. */
  path: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before?: unknown;
  after?: unknown;
}

interface Named {
  id: string;
}
const isNamed = (one: unknown): one is Named =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string';

/** Lists whose entries have an id, as objects by it. */
function byId(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length > 0 && value.every(isNamed)
      ? Object.fromEntries(value.map((one) => [one.id, byId(one)]))
      : value.map(byId);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, byId(inner)]));
}

/** Where entries that both have stand in another order: of variants the first that fits is given. */
function findMoved(before: unknown, after: unknown, path: string[] = []): ConfigDifference[] {
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return [];
  const [old, now]: Record<string, unknown>[] = [Object(before), Object(after)];
  const inner = Object.keys(Object(now)).flatMap((key) => findMoved(old?.[key], now?.[key], [...path, key]));
  if (!Array.isArray(before) || !Array.isArray(after)) return inner;
  if (!before.every(isNamed) || !after.every(isNamed)) return [];
  const idsOf = (list: Named[], others: Named[]) =>
    list.map(({ id }) => id).filter((id) => others.some((other) => other.id === id));
  const [from, to] = [idsOf(before, after), idsOf(after, before)];
  const deeper = to.flatMap((id) =>
    findMoved(
      before.find((one) => one.id === id),
      after.find((one) => one.id === id),
      [...path, id],
    ),
  );
  return from.join(' ') === to.join(' ')
    ? deeper
    : [{ path: path.join('.'), kind: 'moved', before: from, after: to }, ...deeper];
}

const KINDS = { CREATE: 'added', REMOVE: 'removed', CHANGE: 'changed' } as const;

export function compareConfigs(before: object, after: object): ConfigDifference[] {
  const found = diff(Object(byId(before)), Object(byId(after)), { cyclesFix: false }).map(
    (one): ConfigDifference => ({
      path: one.path.join('.'),
      kind: KINDS[one.type],
      ...('oldValue' in one && { before: one.oldValue }),
      ...('value' in one && { after: one.value }),
    }),
  );
  return [...found, ...findMoved(before, after)];
}
