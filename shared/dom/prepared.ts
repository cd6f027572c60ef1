// A change as it was published: judged, its markup a tree, its CSS finished, so that a page need do neither.

import type { Markup } from '../grammar/markup.ts';
import type { ChangeOf } from '../schema/change.ts';

/** Of kinds that need nothing made ready, the change itself. */
type Ready =
  | ChangeOf<'text' | 'attribute' | 'image' | 'link' | 'class' | 'move'>
  | (Omit<ChangeOf<'html'>, 'value'> & { nodes: Markup[] })
  | (Omit<ChangeOf<'insert'>, 'html'> & { nodes: Markup[] });

export type Prepared =
  /** `owns`: what of its elements another change may want as well, by name (engine/aspect.ts) */
  | (Ready & { owns?: string[] })
  | ChangeOf<'hide' | 'redirect'>
  | (Omit<ChangeOf<'style'>, 'properties'> & { css: string })
  | { kind: 'css'; css: string };
