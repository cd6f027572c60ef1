// The rules that stand before all others of ours: what we hide, and what is there without a box of its own.

export const BASE =
  '[data-selvedge-off]{display:none!important}selvedge-html,q\\:template[data-selvedge]{display:contents}';
