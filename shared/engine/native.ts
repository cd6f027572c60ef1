// What the engine and the memory need of the language where old libraries put their own in its place, taken once.
//
// Shops still run Prototype 1.6 and MooTools 1.2. They give arrays, objects or texts a `toJSON` that makes text of
// them, and some replace `JSON` itself; a history must be written, read and compared the same under them, whether they
// come before the tag or after it.

const json: JSON = Object(JSON);
const { hasOwnProperty: has } = Object.prototype;
export const { apply } = Reflect;
const { isArray } = Array;

export const { parse: parseJson } = json;
/** As it is, but for what `toJSON` makes of it: fit for texts and numbers. */
export const { stringify } = json;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** As `Object.hasOwn`, which browsers of 2021 lack and pages may take away. */
export const hasOwn = (of: object, key: string): boolean => apply(has, of, [key]);

const write = (value: unknown): string => {
  if (!isObject(value)) return stringify(value);
  const parts: string[] = [];
  if (isArray(value)) {
    for (let i = 0; i < value.length; i++) parts.push(write(value[i]) ?? 'null');
    return `[${parts}]`;
  }
  for (const key in value) {
    const part = hasOwn(value, key) && write(value[key]);
    if (part) parts.push(`${write(key)}:${part}`);
  }
  return `{${parts}}`;
};

/**
 * As `JSON.stringify`, whatever `toJSON` the page has given to plain things.
 *
 * @param value plain, or made of plain lists and objects
 */
export const toJson = (value: unknown): string => ('toJSON' in [] ? write(value) : stringify(value));
