// A WeakMap that stays one when the page replaces the methods of its own.
//
// idb remembers what it wrapped for as long as the page lives. With the page's WeakMap an error that the page threw in
// `WeakMap.prototype.get` came back to it as a promise of ours that nobody had caught. The build gives idb this one.

const { get, set, has } = WeakMap.prototype;

export class KeptWeakMap extends WeakMap {}
const { prototype } = KeptWeakMap;
prototype.get = get;
prototype.set = set;
prototype.has = has;
