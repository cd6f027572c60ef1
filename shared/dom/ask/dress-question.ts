// What a question looks like. Our own root keeps the page's rules out; type is the page's own, colours are the browser's
// for the page's scheme, light or dark, or what the page sets for the visitor's view (--selvedge-paper, -ink, -accent).
import { attachShadow, CSSStyleSheet } from '../native.ts';

const RULES = `:host{all:initial!important;display:block!important;font:inherit!important;color-scheme:inherit!important;text-align:start!important;margin-block:1rem!important}
:host([hidden]){display:none!important}
:host([data-at]){position:fixed!important;z-index:2147483000!important;inset-block:auto max(1rem,env(safe-area-inset-bottom))!important;inset-inline:auto 1rem!important;width:min(24rem,calc(100% - 2rem))!important;margin:0!important}
:host([data-up]){inset-block:1rem auto!important}
:host([data-away]){visibility:hidden!important}
*{box-sizing:border-box;margin:0}
section{position:relative;padding:1.1em 1.25em;border:1px solid color-mix(in srgb,currentColor 22%,transparent);border-radius:.6em;background:var(--selvedge-paper,Canvas);color:var(--selvedge-ink,CanvasText);font-size:1rem;line-height:1.45;overflow-wrap:anywhere}
:host([data-at]) section{max-height:calc(100vh - 2rem);overflow:auto;box-shadow:0 .5em 2.5em #0003}
fieldset{min-width:0;padding:0;border:0}
legend{padding:0;padding-inline-end:2.5em;font-weight:700;text-wrap:balance}
.w{margin-top:.25em;font-size:.9em}
.o,.n{display:flex;flex-wrap:wrap;gap:.5em;margin-top:.8em}
.n{display:grid;grid-template-columns:repeat(auto-fill,minmax(44px,1fr));gap:.35em}
button{min-width:44px;min-height:44px;padding:.4em .9em;border:1.5px solid color-mix(in srgb,currentColor 60%,transparent);border-radius:.5em;background:none;color:inherit;font:inherit;text-align:start;cursor:pointer}
.n button{padding:.2em;text-align:center;font-variant-numeric:tabular-nums}
button:hover{border-color:currentColor;background:color-mix(in srgb,currentColor 8%,transparent)}
[aria-pressed=true],.d{background:var(--selvedge-ink,CanvasText)!important;color:var(--selvedge-paper,Canvas)}
.d{margin-top:.8em;font-weight:600}
.d:disabled{opacity:.4;cursor:default}
:focus-visible{outline:3px solid var(--selvedge-accent,currentColor);outline-offset:2px}
.e{display:flex;justify-content:space-between;gap:1em;margin-top:.35em;font-size:.85em}
.e span+span{text-align:end}
.f{margin-top:.9em;font-size:.85em}
a{color:inherit;text-underline-offset:.15em}
.s:empty{display:none}
.s{padding-inline-end:2.5em;font-weight:600}
:host(:not([data-at])) .t{display:grid;align-content:center;text-align:center}
:host(:not([data-at])) .s{padding-inline-start:2.5em}
.x{position:absolute;inset-block-start:.35em;inset-inline-end:.35em;padding:0;border-color:transparent;border-radius:50%;font-size:1.25em;line-height:1;text-align:center}
@media (prefers-reduced-motion:no-preference){:host([data-at]) section{animation:i .25s ease-out}@keyframes i{from{opacity:0;translate:0 1em}}}
@media (forced-colors:active){[aria-pressed=true],.d{forced-color-adjust:none;background:Highlight!important;color:HighlightText}}
@media print{:host{display:none!important}}`;

/** @returns the root of the host, dressed */
export function dressQuestion(host: HTMLElement): ShadowRoot {
  const root = attachShadow(host, { mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  root.adoptedStyleSheets = [sheet];
  return root;
}
