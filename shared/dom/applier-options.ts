// What an applier is told by whoever makes it: how tokens are filled, and who hears what became of the changes.

import type { BlockOptions, Draw } from './block/draw.ts';
import type { Edit } from './claim.ts';
import type { Problem } from './page-problem.ts';
import type { SanitizeOptions } from './sanitize.ts';

/** `hosts`: foreign hosts that images and CSS may load from. `fill` replaces tokens by text. */
export interface ApplierOptions extends SanitizeOptions, BlockOptions {
  /**
   * In an extension's own world, which sees nothing of what frameworks write on nodes: whether one owns an element
   * cannot be known there.
   */
  isBlind?: boolean;
  /** What draws blocks, where there are any. */
  draw?: Draw;
  /** Called once per code for as long as a change is shown. */
  report(problem: Problem): void;
  /** Before edits are looked for: gives them what is on the page for them already (take-over.ts). */
  adopt?(edits: Edit[]): void;
  /** The first time since `show` that a change of the experience took effect or, dry, found its target. */
  shown(experience: string): void;
}
