// What draws a block, for those who only ask for it: the tag has it as a file of its own. Types only.
import type { Markup } from '../../grammar/markup.ts';
import type { Config } from '../../schema/config.ts';
import type { Edit } from '../claim.ts';
import type { PlacedAsk } from './asked.ts';
import type { PlacedBlock } from './placed-block.ts';
import type { PlacedList } from './placed-list.ts';

/** What became of a block, as an event: shown, closed by the visitor, its button followed. */
export type BlockEvent = 'block_shown' | 'block_closed' | 'block_clicked';

export interface BlockOptions {
  /** Foreign hosts that pictures may load from. */
  hosts: string[];
  /** Replaces tokens by text. */
  fill(template: string): string;
  /** Of the config: they say how often. */
  experiences?: Config['experiences'];
  quiet?: Config['quiet'];
  /** It is shown to who edits the page: lists that were in view, too. */
  isPreview?: boolean;
  /** What was to be shown came too late: the page keeps what it has. */
  late?(experience: string): void;
  /** A list is ready for the next view of this page; none: there is none. Missing where nobody would show it. */
  keep?(list: PlacedList, tree: Markup | undefined, isOfPages?: boolean): void;
  /** Whether the visitor is still given it on this page; where nobody says so they are. */
  isGiven?(experience: string): boolean;
}

/** Makes a block ready: what it is a copy of is `edit.html`, where there is something to show; then `later` is called. */
export type Draw<Block = PlacedBlock | PlacedAsk | PlacedList> = (
  block: Block,
  edit: Pick<Edit, 'experience' | 'index' | 'html' | 'css' | 'claims' | 'problem'>,
  options: BlockOptions,
  later: () => void,
) => Promise<void>;
