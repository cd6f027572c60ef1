// Makes the rows of a list movable by dragging. A row says where its handle is and what to do; there is always a way
// by keyboard besides, which the list offers itself.

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** @returns on which side of this row what is dragged would land, and whether this row is what is dragged */
export function useReorder(
  row: RefObject<HTMLElement>,
  handle: RefObject<HTMLElement>,
  /** told apart from other lists by this */
  list: string,
  index: number,
  move: (from: number, to: number) => void,
): { side: 'above' | 'below' | undefined; isDragged: boolean } {
  const [side, setSide] = useState<'above' | 'below'>();
  const [isDragged, setDragged] = useState(false);
  const now = useRef(move);
  now.current = move;
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!element || !dragHandle) return;
    const findSide = (y: number): 'above' | 'below' => {
      const { top, height } = element.getBoundingClientRect();
      return y < top + height / 2 ? 'above' : 'below';
    };
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ list, index }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.list === list,
        onDrag: ({ location, source }) =>
          setSide(source.data.index === index ? undefined : findSide(location.current.input.clientY)),
        onDragLeave: () => setSide(undefined),
        onDrop({ location, source }) {
          setSide(undefined);
          const from = Number(source.data.index);
          const gap = index + (findSide(location.current.input.clientY) === 'below' ? 1 : 0);
          const to = gap > from ? gap - 1 : gap;
          if (to !== from) now.current(from, to);
        },
      }),
    );
  }, [list, index]);
  return { side, isDragged };
}
