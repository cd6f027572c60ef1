// Putting things in order by pointer: a handle to drag an item by, and a line where it would land.
//
// Items are told by their path (the third is [2]; the first inside the third is [2, 0]), so one code serves lists
// and nested groups. Who uses the keyboard has buttons beside it: the handle says nothing to them.

import {
  draggable,
  dropTargetForElements,
  type ElementEventPayloadMap,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { GripVertical } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';

export interface Dragged {
  /** only items of one list may be dropped on each other */
  list: string;
  path: number[];
  /** others may be put into it, at its end */
  isGroup?: boolean;
  /** @param to where it is put, counted before it is taken away */
  drop(from: number[], to: number[]): void;
}

/** Where a group takes what is dropped on it as a neighbour, px from its edges. */
const EDGE_PX = 12;

type Place = 'before' | 'after' | 'into';

function findPlace(box: DOMRect, y: number, { path, isGroup }: Dragged): Place {
  if (path.length === 0) return 'into';
  if (!isGroup) return y < box.top + box.height / 2 ? 'before' : 'after';
  return y < box.top + EDGE_PX ? 'before' : y > box.bottom - EDGE_PX ? 'after' : 'into';
}

const isInside = (path: number[], of: number[]): boolean => of.every((at, depth) => path[depth] === at);

function toPath({ path }: Dragged, place: Place, count: number): number[] {
  if (place === 'into') return [...path, count];
  const last = path.at(-1) ?? 0;
  return [...path.slice(0, -1), place === 'after' ? last + 1 : last];
}

/**
 * Both refs belong to one item; without `handle` it only takes what is dropped.
 *
 * @param count how many are in it, for a group
 */
export function useDrag<T extends HTMLElement>(of: Dragged, count = 0) {
  const item = useRef<T>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const now = useRef({ of, count });
  now.current = { of, count };
  useEffect(() => {
    const element = item.current;
    if (!element) return undefined;
    const { list } = now.current.of;
    const show = ({
      self,
      location,
      source,
    }: ElementEventPayloadMap['onDrag'] & { self: { data: object } }) => {
      const place = (self.data as { place?: Place }).place;
      const isOver = location.current.dropTargets[0]?.element === element;
      const isOwn = isInside(now.current.of.path, source.data.path as number[]);
      if (isOver && !isOwn && place) element.dataset.drop = place;
      else delete element.dataset.drop;
    };
    const clear = () => {
      delete element.dataset.drop;
    };
    const undo = [
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.list === list,
        getData: ({ input }) => ({
          place: findPlace(element.getBoundingClientRect(), input.clientY, now.current.of),
        }),
        onDrag: show,
        onDropTargetChange: show,
        onDragLeave: clear,
        onDrop: ({ self, location, source }) => {
          clear();
          if (location.current.dropTargets[0]?.element !== element) return;
          const from = source.data.path as number[];
          const { of: mine, count: inside } = now.current;
          if (!isInside(mine.path, from)) mine.drop(from, toPath(mine, self.data.place as Place, inside));
        },
      }),
    ];
    const grip = handle.current;
    if (grip)
      undo.push(
        draggable({
          element: grip,
          getInitialData: () => ({
            list,
            // while it is dragged the list may change: it is asked for when it is dropped
            get path() {
              return now.current.of.path;
            },
          }),
          onGenerateDragPreview: ({ nativeSetDragImage }) => nativeSetDragImage?.(element, 14, 14),
          onDragStart: () => element.classList.add('dragged'),
          onDrop: () => element.classList.remove('dragged'),
        }),
      );
    return () => {
      for (const end of undo) end();
    };
  }, [of.list]);
  return { item, handle };
}

/** @param isAlone there is nowhere to drag it */
export const Grip = ({
  handle,
  isAlone = false,
}: {
  handle: preact.RefObject<HTMLSpanElement>;
  isAlone?: boolean;
}) => (
  <span ref={handle} class="grip" title={t`Drag to another place`} aria-hidden="true" hidden={isAlone}>
    <GripVertical size={14} />
  </span>
);
