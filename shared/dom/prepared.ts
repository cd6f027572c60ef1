// A change as it was published: judged, its markup a tree, its CSS finished, so that a page need do neither.

import type { Markup } from '../grammar/markup.ts';
import type { ByLanguage } from '../grammar/words-for.ts';
import type { ChangeOf } from '../schema/change.ts';
import type { Target } from '../schema/target.ts';

/** What is said, or that by language. */
type Nodes = Markup[] | ByLanguage<Markup[]>;

/** Of kinds that need nothing made ready, the change itself. */
type Ready =
  | ChangeOf<'text' | 'attribute' | 'image' | 'link' | 'class' | 'move'>
  | (Omit<ChangeOf<'html'>, 'value'> & { nodes: Nodes })
  | (Omit<ChangeOf<'insert'>, 'html'> & { nodes: Nodes });

export type Prepared =
  /** `owns`: what of its elements another change may want as well, by name (engine/aspect.ts) */
  | (Ready & { owns?: string[] })
  | ChangeOf<'hide' | 'redirect'>
  | (Omit<ChangeOf<'style'>, 'properties'> & { css: string })
  | { kind: 'css'; css: string }
  /** `of`: names the list; `most`: how old (ms) it may be; `hosts`: foreign ones that its pictures may load from */
  | { kind: 'recommend'; target: Target; of: string; most: number; hosts?: readonly string[] };
