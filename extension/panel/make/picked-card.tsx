// The element that was picked: what is around it, how it is found, and what can be done with it.

import { useSignal } from '@preact/signals';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  EyeOff,
  Image,
  Link,
  type LucideIcon,
  MoveUpRight,
  Palette,
  Plus,
  Tags,
  Type,
} from 'lucide-preact';
import type { Change, Position } from '../../../shared/schema/change.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { sayElement } from '../../lib/draft/say-change.ts';
import { Chip } from '../parts/chip.tsx';
import { Note } from '../parts/note.tsx';
import { ClassTool } from './class-tool.tsx';
import { editVariant, findVariant, type Place } from './desk.ts';
import { ImageTool } from './image-tool.tsx';
import { InsertTool } from './insert-tool.tsx';
import { LinkTool } from './link-tool.tsx';
import { climb, picked, startPicking, step } from './on-page.ts';
import { StyleTool } from './style-tool.tsx';
import { TextTool } from './text-tool.tsx';
import type { ToolProps } from './tool-props.ts';

type At = Extract<Place, { kind: 'variant' }>;

const TOOLS: {
  id: string;
  label: string;
  icon: LucideIcon;
  Tool?: (props: ToolProps) => preact.JSX.Element;
}[] = [
  { id: 'text', label: 'Text', icon: Type, Tool: TextTool },
  { id: 'image', label: 'Picture', icon: Image, Tool: ImageTool },
  { id: 'link', label: 'Link', icon: Link, Tool: LinkTool },
  { id: 'style', label: 'Style', icon: Palette, Tool: StyleTool },
  { id: 'hide', label: 'Hide', icon: EyeOff },
  { id: 'insert', label: 'Insert', icon: Plus, Tool: InsertTool },
  { id: 'move', label: 'Move', icon: MoveUpRight },
  { id: 'class', label: 'Class', icon: Tags, Tool: ClassTool },
];

const fits = (id: string, tag: string): boolean => {
  const isPicture = tag === 'img' || tag === 'picture';
  if (id === 'image') return isPicture;
  if (id === 'link') return tag === 'a' || tag === 'area';
  if (id === 'text') return !isPicture && !/^(input|select|textarea|svg|canvas|video|hr|br)$/.test(tag);
  return true;
};

const sayStability = (stability: number): { tone: 'good' | 'warn'; text: string } =>
  stability >= 0.55
    ? { tone: 'good', text: 'found by something lasting' }
    : { tone: 'warn', text: 'found by its place: may break with a redesign' };

/** What is to be moved waits here until its new place is picked. */
export function Card({ at }: { at: At }) {
  const now = picked.value;
  const tool = useSignal('');
  const choice = useSignal(0);
  const moving = useSignal<Target | undefined>(undefined);
  if (!now) return null;
  const best = now.choices[choice.value] ?? now.choices[0];
  const target = best?.target as Target | undefined;
  const add = (change: Change, what: string) => {
    tool.value = '';
    void editVariant(
      { experience: at.experience, id: at.id },
      `${what} of the ${target ? sayElement(target) : 'page'}`,
      (variant) => {
        const isSame = (one: Change) =>
          one.kind === change.kind &&
          change.kind !== 'insert' &&
          'target' in one &&
          'target' in change &&
          one.target.css === change.target.css &&
          one.target.text === change.target.text &&
          (one.kind !== 'style' || (change.kind === 'style' && one.media === change.media));
        const index = variant.changes.findIndex(isSame);
        const old = variant.changes[index];
        if (old?.kind === 'style' && change.kind === 'style')
          Object.assign(old.properties, change.properties);
        else if (index >= 0) variant.changes[index] = change;
        else variant.changes.push(change);
      },
    );
  };
  const before = findVariant(at.experience, at.id)?.changes.find(
    (one) =>
      one.kind === tool.value &&
      'target' in one &&
      one.target.css === target?.css &&
      one.target.text === target?.text,
  );
  const Tool = TOOLS.find(({ id }) => id === tool.value)?.Tool;
  return (
    <section class="card" aria-label="Picked element">
      <nav class="make-path" aria-label="Around it">
        {now.path.slice(-4).map((label, index, shown) => {
          const place = now.path.length - shown.length + index;
          const isLast = index === shown.length - 1;
          return (
            <button
              key={place}
              class="button plain"
              type="button"
              aria-current={isLast ? 'true' : undefined}
              disabled={isLast}
              onClick={() => void climb(place)}
            >
              {label}
            </button>
          );
        })}
      </nav>
      <div class="row make-steps">
        {(
          [
            ['parent', ArrowUp, 'The element around it'],
            ['child', ArrowDown, 'The first element inside it'],
            ['previous', ArrowLeft, 'The element before it'],
            ['next', ArrowRight, 'The element after it'],
          ] as const
        ).map(([to, Icon, label]) => (
          <button
            key={to}
            class="icon-button"
            type="button"
            aria-label={label}
            title={label}
            onClick={() => void step(to)}
          >
            <Icon size={15} aria-hidden="true" />
          </button>
        ))}
        {best && <Chip tone={sayStability(best.stability).tone}>{sayStability(best.stability).text}</Chip>}
      </div>
      {now.refused && (
        <Note tone="warn">
          <span>{now.refused}</span>
        </Note>
      )}
      {now.choices.length > 1 && (
        <details class="tiny">
          <summary class="soft">How it is found: {target?.css}</summary>
          <label class="field">
            <span>Another way to find it</span>
            <select
              value={choice.value}
              onChange={({ currentTarget }) => {
                choice.value = Number(currentTarget.value);
              }}
            >
              {now.choices.map((one, index) => (
                <option key={one.target.css + one.target.text} value={index}>
                  {one.target.css}
                  {one.target.text ? ` saying “${one.target.text}”` : ''} ({Math.round(one.stability * 100)}{' '}
                  %)
                </option>
              ))}
            </select>
          </label>
        </details>
      )}
      {moving.value && target && (
        <Note>
          <span>Move the {sayElement(moving.value)} to this element:</span>
          <span class="row">
            {(['before', 'after', 'first', 'last'] as Position[]).map((position) => (
              <button
                key={position}
                class="button"
                type="button"
                onClick={() => {
                  const from = moving.value;
                  moving.value = undefined;
                  if (from) add({ kind: 'move', target: from, to: target, position }, 'Place');
                }}
              >
                {{ before: 'before', after: 'after', first: 'inside, first', last: 'inside, last' }[position]}
              </button>
            ))}
          </span>
        </Note>
      )}
      {target && (
        <>
          <div class="make-tools" role="toolbar" aria-label="What becomes of it">
            {TOOLS.filter(({ id }) => fits(id, now.tag)).map(({ id, label, icon: Icon }) => (
              <button
                key={id}
                class="make-tool"
                type="button"
                aria-pressed={tool.value === id}
                onClick={() => {
                  if (id === 'hide') add({ kind: 'hide', target }, 'Hiding');
                  else if (id === 'move') {
                    moving.value = target;
                    void startPicking();
                  } else tool.value = tool.value === id ? '' : id;
                }}
              >
                <Icon size={17} aria-hidden="true" />
                {label}
              </button>
            ))}
          </div>
          {moving.value === target && <p class="tiny soft">Now pick the element it should go to.</p>}
          {Tool && (
            <Tool
              key={now.path.join() + target.css + tool.value}
              picked={now}
              now={before}
              target={target}
              add={add}
            />
          )}
        </>
      )}
    </section>
  );
}
