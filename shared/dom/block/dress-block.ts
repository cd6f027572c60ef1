// What a block looks like. Our own root keeps the page's rules out of it, and `!important` on the host those that a page
// has for whatever stands there; type and colours are the page's own where the config says nothing.
import { attachShadow, CSSStyleSheet } from '../native.ts';
import type { PlacedBlock } from './placed-block.ts';

/** `--c` is the text, `--g` the ground, `--a` the accent, `--f` the fonts, `--r` the corners. */
const RULES = `:host{all:initial!important;display:block!important;font:inherit!important;color:inherit!important;color-scheme:inherit!important;text-align:start!important}
:host([hidden]){display:none!important}
:host([data-ended]){visibility:hidden!important}
:host([data-at]){position:fixed!important;z-index:2147483000!important;inset:auto 0 0!important;color:CanvasText!important;text-align:start!important}
:host([data-at=top]){inset:0 0 auto!important}
:host([data-at=corner]),:host([data-at=corner]:dir(rtl)){inset:auto max(1rem,env(safe-area-inset-right)) max(1rem,env(safe-area-inset-bottom)) auto!important;width:min(24rem,calc(100% - 2rem))!important}
*{box-sizing:border-box;margin:0}
.b{position:relative;display:flex;flex-wrap:wrap;align-items:center;gap:.75em 1.25em;max-width:none;padding:1.25em 1.5em;border:0;color:var(--c,inherit);background-color:var(--g,color-mix(in srgb,currentColor 7%,transparent));border-radius:var(--r,.5em);font-family:var(--f,inherit);line-height:1.5;overflow-wrap:anywhere;margin-block:1rem}
.b:has(.x){padding-inline-end:3.5em}
[data-over],.bar{margin-block:0}
[data-over]{background-color:var(--g,Canvas);color:var(--c,CanvasText);box-shadow:0 .5em 2.5em #0003,0 0 0 1px #0001}
:host([data-at=top])>.b,:host([data-at=bottom])>.b{border-radius:0}
.t{flex:1 1 14em;min-width:0;outline:0}
h2{font-family:inherit;font-size:1.25em;font-weight:700;line-height:1.25;text-wrap:balance}
h2+p{margin-top:.25em}
p{white-space:pre-line}
img{display:block;max-width:100%;height:auto;border-radius:inherit}
a,button{font:inherit;font-weight:600;color:inherit;cursor:pointer}
a,.copy{display:inline-block;padding:.6em 1.2em;min-height:2.75em;text-align:center;text-decoration:none;border:2px solid;border-radius:min(var(--r,.4em),1.4em);background:none}
a.on{border-color:transparent;background-color:var(--a);color:#fff;color:lch(from var(--a) calc((49.44 - l)*infinity) 0 0)}
a:hover,.copy:hover{text-decoration:underline}
:focus-visible:not(.t){outline:3px solid;outline-offset:2px}
.x{position:absolute;inset-block-start:.5em;inset-inline-end:.5em;width:2.5em;height:2.5em;padding:0;border:0;border-radius:50%;background:none;line-height:1}
.x:hover{background:color-mix(in srgb,currentColor 12%,transparent)}
.code{display:flex;flex-wrap:wrap;align-items:center;gap:.5em}
code{padding:.5em .9em;border:2px dashed;border-radius:min(var(--r,.4em),1em);font:600 1.1em/1.4 ui-monospace,monospace;letter-spacing:.06em;user-select:all}
[role=status]:not(:empty){font-size:.9em}
[role=timer]{display:flex;gap:.5em;font-variant-numeric:tabular-nums}
[role=timer] span{min-width:3.1em;padding:.35em .5em;text-align:center;border-radius:min(var(--r,.4em),1em);background:color-mix(in srgb,currentColor 10%,transparent);font-size:.8em}
[role=timer] b{display:block;font-size:1.6em;line-height:1.1}
.bar{justify-content:center;padding-block:.6em;gap:.4em 1em}
.bar .t{flex:0 1 auto}.bar h2{font-size:1em;display:inline}.bar p{display:inline}.bar h2+p{margin:0 0 0 .4em}
.bar a{padding:.35em 1em;min-height:0}
.bar .x{inset-block-start:50%;translate:0 -50%}
.note{border-start-start-radius:0;border-end-start-radius:0;padding-inline-start:1.25em;border-inline-start:4px solid var(--a,currentColor)}
.card,.slide,.popup{flex-direction:column;align-items:stretch;gap:1em}
.card .t,.slide .t,.popup .t{flex:none}
.card{max-width:28rem;border:1px solid color-mix(in srgb,currentColor 18%,transparent)}
.card>img,.slide>img,.popup>img{width:100%;max-height:14em;object-fit:cover}
.popup:not([open]){display:none}
.popup{position:fixed;inset:0;margin:auto;width:min(28rem,calc(100% - 2rem));max-height:calc(100% - 2rem);overflow:auto;padding:2em;font-size:1rem}
.popup:has(.x),.slide:has(.x),.card:has(.x){padding-block-start:3.25em;padding-inline-end:1.5em}
.popup:has(.x){padding-inline-end:2em}
.popup h2{font-size:1.6em}
.popup::backdrop{background:#0008}
.coupon{border:2px dashed color-mix(in srgb,currentColor 40%,transparent)}
@media (prefers-reduced-motion:no-preference){:host(:not([data-still]))>:is(.slide,.popup[open]){animation:i .25s ease-out}@keyframes i{from{opacity:0;translate:0 1em}}}
@media (forced-colors:active){.b{border:1px solid}}`;

const { supports } = CSS;

/** Gives a host its root, and what the config says of its looks. @returns the root, and whether it has an accent */
export function dressBlock(
  host: HTMLElement,
  dress: PlacedBlock['dress'],
): { root: ShadowRoot; hasAccent: boolean } {
  const root = attachShadow(host, { mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  root.adoptedStyleSheets = [sheet];
  const { colour, ground, accent, font, radius }: NonNullable<PlacedBlock['dress']> = Object(dress);
  /** Only what the property itself would take: so nothing can load. */
  const set = (name: string, property: string, value: unknown): boolean => {
    const fits = typeof value === 'string' && supports(property, value);
    if (fits) host.style.setProperty(name, value);
    return fits;
  };
  set('--c', 'color', colour);
  set('--g', 'color', ground);
  set('--f', 'font-family', font);
  set('--r', 'border-top-left-radius', radius);
  return { root, hasAccent: set('--a', 'color', accent) };
}
