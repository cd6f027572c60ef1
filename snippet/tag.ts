// What the owner wrote on the script element itself.

export interface Tag {
  config: string | undefined;
  /** `required implied granted denied`, or whatever else was written. */
  consent: string | undefined;
  debug: boolean;
}

/** Must be called while the script runs: later nobody knows which element it was. */
export function readTag(): Tag {
  const element = document.currentScript;
  const read = (name: string) =>
    (element instanceof Element && element.getAttribute(`data-${name}`)) || undefined;
  return { config: read('config'), consent: read('consent'), debug: read('debug') !== undefined };
}
