// Our own nodes and roots on the page: marked nodes that are not in here are somebody's copies.

export const mine = new WeakSet<Node>();
