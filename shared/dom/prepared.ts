// A change as it was published: judged, its markup a tree, its CSS finished, so that a page need do neither.

import type { Markup } from '../grammar/markup.ts';
import type { ChangeOf } from '../schema/change.ts';

/** Of kinds that need nothing made ready, the change itself. */
export type Prepared =
  | ChangeOf<'text' | 'attribute' | 'image' | 'link' | 'class' | 'hide' | 'move' | 'redirect'>
  | (Omit<ChangeOf<'html'>, 'value'> & { nodes: Markup[] })
  | (Omit<ChangeOf<'insert'>, 'html'> & { nodes: Markup[] })
  | (Omit<ChangeOf<'style'>, 'properties'> & { css: string })
  | { kind: 'css'; css: string };
