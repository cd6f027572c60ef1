// Follows dotted paths into an event's props.
import { hasOwn, isObject } from './native.ts';

/** What a table or a stated object holds itself, whatever its prototype has. */
export function own<T>(of: Record<string, T>, key: string): T | undefined {
  return hasOwn(of, key) ? of[key] : undefined;
}

const step = (value: unknown, part: string): unknown => {
  if (Array.isArray(value) && Number.isNaN(+part)) {
    const all = value.flatMap((item) => step(item, part) ?? null);
    return all.some((item) => item !== null) ? all : undefined;
  }
  return isObject(value) ? own(value, part) : undefined;
};

/** What lies at `path`; through an array it is the array of what lies there in each element. undefined = missing. */
export function dig(value: unknown, path: string): unknown {
  if (!path.includes('.')) return step(value, path);
  let found = value;
  for (const part of path.split('.')) found = step(found, part);
  return found;
}

/** What lies at `path`, as a list without what is missing. */
export function digAll(value: unknown, path: string): unknown[] {
  const found = dig(value, path);
  return Array.isArray(found) ? found.filter((item) => item != null) : found == null ? [] : [found];
}

/** The same, where something is to be told apart by it: an empty text names nothing. */
export function digTold(value: unknown, path: string): unknown[] {
  return digAll(value, path).filter((item) => typeof item !== 'string' || item.trim());
}

/** The finite numbers there; strings that `Number()` reads as finite count as numbers. */
export function digNumbers(value: unknown, path: string): number[] {
  return digAll(value, path)
    .filter((item) => typeof item === 'number' || (typeof item === 'string' && item.trim()))
    .map(Number)
    .filter(Number.isFinite);
}
