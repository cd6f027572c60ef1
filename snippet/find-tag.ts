// What the owner wrote on the script element itself, and where the tag's files lie.
//
// The element is known for certain only while it runs as a classic script. Optimizers fetch and run the text
// themselves, bundlers and modules leave no current script, and loaders run it while theirs is the current one: then it
// is found by its file name, wherever on a script element that stands (`src`, `data-rocket-src`, `data-cfsrc` …).
// https://html.spec.whatwg.org/multipage/dom.html#dom-document-currentscript

export interface Tag {
  config: string | undefined;
  /** `required implied granted denied`, or whatever else was written. */
  consent: string | undefined;
  /** Absolute; of the tag's own file, or of the site's root where the tag stands in the page itself. */
  address: string;
}

/** `selvedge.js`, `selvedge.min.js`, `selvedge-1a2b3c.js`; its siblings are never script elements. */
const NAME = /(^|\/)selvedge([.-][\w.-]+)?\.js([?#]|$)/;
/** Others write `data-consent` too: without our file name only our own words count. */
const WORDS = /^(required|implied|granted|denied)$/;

/** The address that a script element holds, in whatever attribute, if it is one of ours. */
const addressOn = ({ attributes }: Element): string | undefined =>
  [...attributes].find(({ value }) => NAME.test(value))?.value;

const says = ({ dataset }: HTMLScriptElement) => dataset.consent || dataset.config;

function findScript(): HTMLScriptElement | undefined {
  const { currentScript } = document;
  // a form or an image can have taken the name
  const current = currentScript instanceof HTMLScriptElement ? currentScript : undefined;
  if (current && (addressOn(current) || (!current.src && says(current)))) return current;
  const scripts = [...document.querySelectorAll('script')];
  const named = scripts.filter(addressOn);
  return (
    named.find(says) ?? named[0] ?? current ?? scripts.find(({ dataset }) => WORDS.test(`${dataset.consent}`))
  );
}

/** To be asked while the script runs: later nobody knows which element it was. */
export function findTag(): Tag {
  const script = findScript();
  const { config, consent } = script?.dataset ?? {};
  const address = script && (addressOn(script) ?? script.src);
  return {
    config: config || undefined,
    consent: consent || undefined,
    address: new URL(address || location.origin, document.baseURI).href,
  };
}
