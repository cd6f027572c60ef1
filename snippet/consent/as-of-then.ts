// An entry of the queue from before anybody heard it: what it says of consent is judged by the touches of then.

/** @param hasActed whether somebody had touched the page by then */
export const asOfThen = (entry: unknown, hasActed = false): unknown =>
  Array.isArray(entry) && entry[0] === 'consent' ? ['consent', entry[1], hasActed] : entry;
