// A WeakMap that stays one when the page replaces the methods of its own.
//
// idb remembers what it wrapped for as long as the page lives, and asks it at every request: with the page's own WeakMap
// a method that throws there would end all storing. The build gives idb this one.

const { get, set, has } = WeakMap.prototype;

export class KeptWeakMap extends WeakMap {}
const { prototype } = KeptWeakMap;
prototype.get = get;
prototype.set = set;
prototype.has = has;
