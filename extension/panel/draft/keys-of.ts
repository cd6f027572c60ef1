// The keys of an object that we made, by the names its type knows.
//
// TypeScript says `string[]`, as an object may hold more than its type says
// (https://github.com/microsoft/TypeScript/pull/12253): not for what came from elsewhere unchecked.

export const keysOf = <T extends object>(of: T): (keyof T)[] => Object.keys(of) as (keyof T)[];
