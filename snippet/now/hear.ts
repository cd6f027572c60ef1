// Hears what is told to the document, on its way there: a form or an image may have taken the name of the document's own
// `addEventListener`, which no element can do to the window's.

export const hear = (type: string, fn: (event: Event) => unknown): void => addEventListener(type, fn, true);
