// What the owner wrote on the script element itself.

export interface Tag {
  config: string | undefined;
  /** `required implied granted denied`, or whatever else was written. */
  consent: string | undefined;
  debug: boolean;
  /** Address of the visitor's own view: beside the tag, or at the site's root when the tag is inline. */
  panel: string;
}

/** Must be called while the script runs: later nobody knows which element it was. */
export function readTag(): Tag {
  const element = document.currentScript;
  const { href: panel } = new URL(
    'selvedge-panel.js',
    (element as HTMLScriptElement | null)?.src || location.origin,
  );
  const read = (name: string) =>
    (element instanceof Element && element.getAttribute(`data-${name}`)) || undefined;
  return { config: read('config'), consent: read('consent'), debug: read('debug') !== undefined, panel };
}
