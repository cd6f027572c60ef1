// What can become of a picked element, one tool each.

import {
  CodeXml,
  Copy,
  EyeOff,
  Image,
  LayoutList,
  Link,
  type LucideIcon,
  MoveUpRight,
  Palette,
  Plus,
  Tag,
  Tags,
  Type,
} from 'lucide-preact';
import { t } from '../../../../shared/words/t.ts';
import type { Picked } from '../../../wire/edit-shapes.ts';
import { isToolFor } from '../../../wire/tools-for.ts';
import { AttributeTool } from './attribute-tool.tsx';
import { ClassTool } from './class-tool.tsx';
import { CopyTool, HtmlTool } from './copy-tool.tsx';
import { ImageTool } from './image-tool.tsx';
import { InsertTool } from './insert-tool.tsx';
import { LinkTool } from './link-tool.tsx';
import { ListTool } from './list-tool.tsx';
import { MoveTool } from './move-tool.tsx';
import { StyleTool } from './style-tool.tsx';
import { TextTool } from './text-tool.tsx';
import type { ToolProps } from './tool-props.ts';

export interface Tool {
  id: string;
  label: string;
  icon: LucideIcon;
  /** none: the element is hidden at once (picked-card.tsx) */
  Form?: (props: ToolProps) => preact.JSX.Element | null;
}

const TOOLS: Tool[] = [
  { id: 'text', label: t`Text`, icon: Type, Form: TextTool },
  { id: 'image', label: t`Picture`, icon: Image, Form: ImageTool },
  { id: 'link', label: t`Link`, icon: Link, Form: LinkTool },
  { id: 'style', label: t`Style`, icon: Palette, Form: StyleTool },
  { id: 'hide', label: t`Hide`, icon: EyeOff },
  { id: 'insert', label: t`Insert`, icon: Plus, Form: InsertTool },
  { id: 'list', label: t`List`, icon: LayoutList, Form: ListTool },
  { id: 'copy', label: t`Duplicate`, icon: Copy, Form: CopyTool },
  { id: 'move', label: t`Move`, icon: MoveUpRight, Form: MoveTool },
  { id: 'html', label: 'HTML', icon: CodeXml, Form: HtmlTool },
  { id: 'class', label: t`Class`, icon: Tags, Form: ClassTool },
  { id: 'attribute', label: t`Attribute`, icon: Tag, Form: AttributeTool },
];

/** The tools that make sense for what was picked. */
export const findTools = ({ tag, cards, list }: Pick<Picked, 'tag' | 'cards' | 'list'>): Tool[] =>
  TOOLS.filter(({ id }) => (id === 'list' ? (cards ?? list) !== undefined : isToolFor(id, tag)));
