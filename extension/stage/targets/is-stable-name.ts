// Tells names that people gave (ids, classes) from names that tools made: only the former outlive the next build.
//
// Pure. A wrong "generated" costs a nicer selector; a wrong "hand-made" costs a selector that breaks with the next
// build: so it doubts.

/** What CSS-in-JS, scoped styles and component libraries begin their names with. */
const TOOLS =
  /^(css|sc|jsx|jss|emotion|styled|svelte|astro|chakra|mui|makestyles|ember|radix|headlessui|react-aria|reach|yui|ext-gen|ng-tns|data-v|framer|stitches|vanilla|ui-id|aria|select2|swiper-slide|tippy|popper|__next|gen|uid|uuid|auto)[-_:]?(?=[\da-z]*\d|[a-z]{5,}$|-)/i;
/** Made from a file's name and a hash: CSS modules of Vite, webpack and Next. */
const MODULE = /(__|_)[\w-]*?[_-](?=[\w-]*\d|[\w-]*[A-Z])[\w-]{4,8}$/;
/** Says what a thing is just now, not what it is. */
const STATE =
  /^(is|has|was|js|no|ng|v)-|^(active|open|opened|closed|show|shown|hide|hidden|visible|invisible|selected|checked|current|disabled|loading|loaded|lazy\w*|focus\w*|hover\w*|collapsed?|collapsing|expanded|in|on|off|first|last|odd|even|animated?|aos-\w+|wow|sticky|fixed-top|scrolled|navbar-shrink)$|(^|-)(animate|transition)/i;
/** Says how a thing looks: changes with every touch of the design, and many things share it. */
const LOOK =
  /[:[\]/%!@]|^-?(m|p)[trblxyse]?-|^(w|h|min-w|max-w|min-h|max-h|gap|g|gx|gy|row-cols|order|offset|z|top|start|end|inset|space|basis|grow|shrink|flex|grid|d|float|align|justify|items|content|self|place|text|font|fw|fs|lh|leading|tracking|bg|border|rounded|shadow|opacity|overflow|position|object|ratio|col|column|btn-(lg|sm|xl)|display|lead|fa|fas|fab|far|bi|glyphicon|icon)(-|$)|^(row|container(-\w+)?|clearfix|img-(fluid|responsive|circle|rounded)|pull-(left|right)|center-block|relative|absolute|sticky|block|inline|small|mx-auto|large|xl|lg|md|sm|xs)$/i;

/** Whether a part of a name looks like the output of a hash or a counter. */
function isHash(part: string): boolean {
  if (part.length < 4) return false;
  const digits = part.replace(/\D/g, '').length;
  if (/^\d+$/.test(part)) return part.length > 4;
  if (/^[\da-f]{6,}$/i.test(part) && digits > 0) return true;
  // digits between letters: a1b2c; not "heading2" or "2col"
  if (/[a-z]\d+[a-z]/i.test(part)) return true;
  if (digits > 1 && digits / part.length > 0.3) return true;
  // letters without a vowel, or capitals thrown in: "xkqzt", "bdfGhJ"
  const letters = part.replace(/[^a-z]/gi, '');
  if (letters.length > 4 && !/[aeiouy]/i.test(letters)) return true;
  return (part.match(/[a-z][A-Z]{2,}[a-z]|[A-Z][a-z][A-Z][a-z]?[A-Z]/g) ?? []).length > 0;
}

/** Whether a person would have chosen this id or class, and would keep it. */
export function isStableName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || !/^[a-z_]/i.test(name)) return false;
  if (TOOLS.test(name) || MODULE.test(name) || /^:?r\w{1,3}:?$/.test(name)) return false;
  return !name.split(/[-_:.]+/).some(isHash);
}

/** Whether a class says what the thing is: neither how it looks nor what state it is in. */
export const isMeaningful = (name: string): boolean =>
  isStableName(name) && !STATE.test(name) && !LOOK.test(name);
