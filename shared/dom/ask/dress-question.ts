// What a question looks like. Our own root keeps the page's rules out; type is the page's own, colours are the browser's
// for the page's scheme, light or dark, or what the page sets for the visitor's view (--selvedge-paper, -ink, -accent).
import { attachShadow, CSSStyleSheet } from '../native.ts';

const RULES = `:host{all:initial!important;display:block!important;font:inherit!important;font-size:max(15px,min(1em,1.25rem))!important;color-scheme:inherit!important;text-align:start!important;margin:1em var(--right,0) 1em var(--left,0)!important}
:host([hidden]){display:none!important}
:host([data-at]){position:fixed!important;z-index:2147483000!important;inset-block:auto max(1rem,env(safe-area-inset-bottom))!important;inset-inline:1rem auto!important;width:min(25.6em,calc(100% - 2rem))!important;margin:0!important;font-size:max(15px,min(.94em,1.25rem))!important}
:host([data-up]){inset-block:1rem auto!important}
:host([data-away]){visibility:hidden!important}
*{box-sizing:border-box;margin:0}
section{container-type:inline-size;position:relative;padding:1em 1.25em;border:1px solid color-mix(in srgb,currentColor 22%,transparent);border-radius:.6em;background:var(--selvedge-paper,Canvas);color:var(--selvedge-ink,CanvasText);line-height:1.4;overflow-wrap:anywhere;hyphens:auto}
:host([data-at]) section{padding:.8em 1em;box-shadow:0 .5em 2.5em #0003}
:host([data-at]) .b{display:flex;flex-direction:column;max-height:max(9em,60vh - 2em)}
fieldset{min-width:0;padding:0;border:0}
:host([data-at]) .g{overflow:auto;margin:-6px;padding:6px}
:host([data-at]) .x{background:var(--selvedge-paper,Canvas)}
legend{padding:0;padding-inline-end:2.5em;font-weight:700;text-wrap:balance}
.w{margin-top:.2em;font-size:.9em}
.o{display:flex;flex-wrap:wrap;gap:.4em;margin-top:.7em}
.n{display:grid;grid-template-columns:repeat(var(--c,3),minmax(44px,3.5em));gap:4px;margin-top:.7em}
button{min-width:44px;min-height:44px;padding:.4em .8em;border:1.5px solid color-mix(in srgb,currentColor 60%,transparent);border-radius:.5em;background:none;color:inherit;font:inherit;text-align:start;cursor:pointer}
.n button{padding:0;text-align:center;font-variant-numeric:tabular-nums}
button:hover{border-color:currentColor;background:color-mix(in srgb,currentColor 8%,transparent)}
[aria-pressed=true],.d{background:var(--selvedge-ink,CanvasText)!important;color:var(--selvedge-paper,Canvas)}
.d{margin-top:.7em;font-weight:600}
.d:disabled{opacity:.4;cursor:default}
:focus-visible{outline:3px solid var(--selvedge-accent,currentColor);outline-offset:2px}
.e{grid-column:1/-1;font-size:.85em}
.l{grid-row:1}
.h{text-align:end}
.f{margin-top:.7em;font-size:.85em}
a{color:inherit;text-underline-offset:.15em}
.s:empty{display:none}
.s{padding-inline-end:2.5em;font-weight:600}
:host(:not([data-at])) .t{display:grid;align-content:center;text-align:center}
:host(:not([data-at])) .s{padding-inline-start:2.5em}
.x{position:absolute;inset-block-start:.1em;inset-inline-end:.1em;padding:0;border-color:transparent;border-radius:50%;font-size:1.25em;line-height:1;text-align:center}
@media (max-width:30rem){:host([data-at]){inset:auto 0 0!important;width:auto!important}:host([data-up]){inset-block:0 auto!important}:host([data-at]) section{padding-block-end:max(.8em,env(safe-area-inset-bottom));border-radius:.6em .6em 0 0}:host([data-up]) section{border-radius:0 0 .6em .6em}:host([data-at]) .b{max-height:max(9em,45vh - 2em)}}
@media (prefers-reduced-motion:no-preference){:host([data-at]) section{animation:i .25s ease-out}@keyframes i{from{opacity:0;translate:0 1em}}}
@media (forced-colors:active){[aria-pressed=true],.d{forced-color-adjust:none;background:Highlight!important;color:HighlightText}}
@media print{:host{display:none!important}}`;

/** The numbers of a scale stand in as few rows as fit, each as long as the others; in one row its ends are read below. */
const rulesFor = (count: number): string =>
  [3, 2, 1]
    .map((rows) => {
      const columns = Math.ceil(count / rows);
      const ends = rows === 1 ? `.e{grid-row:2}` : '';
      return `@container (min-width:${columns * 48 - 4}px){.n{--c:${columns}}${ends}}`;
    })
    .join('');

/** @param count of the answers @returns the root of the host, dressed */
export function dressQuestion(host: HTMLElement, count: number): ShadowRoot {
  const root = attachShadow(host, { mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES + rulesFor(count));
  root.adoptedStyleSheets = [sheet];
  return root;
}
