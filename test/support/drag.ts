// Drags one element onto another. Stock Firefox, driven over BiDi, never turns a pressed and moved mouse into a drag,
// so there the events of one are sent to the page instead: our code is the same, the browser's gesture is not tried.

import type { Locator } from '@playwright/test';
import { test } from './test.ts';

/** @param at where to drop, px from the target's top left corner */
export async function drag(from: Locator, to: Locator, at: { x: number; y: number }): Promise<void> {
  if (test.info().project.name !== 'firefox') {
    // under the panel's bar the driver would scroll it out once the button is down, and then no drag begins
    await to.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    return await from.dragTo(to, { targetPosition: at });
  }
  await to.scrollIntoViewIfNeeded();
  const target = await to.elementHandle();
  await from.evaluate(
    async (source, [goal, { x, y }]) => {
      const dataTransfer = new DataTransfer();
      const send = (element: Element, type: string, clientX: number, clientY: number) =>
        element.dispatchEvent(
          new DragEvent(type, {
            bubbles: true,
            cancelable: true,
            composed: true,
            dataTransfer,
            clientX,
            clientY,
          }),
        );
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const start = source.getBoundingClientRect();
      send(source, 'dragstart', start.x + 2, start.y + 2);
      await frame();
      const box = (goal as Element).getBoundingClientRect();
      const [toX, toY] = [box.x + x, box.y + y];
      const under = document.elementFromPoint(toX, toY) ?? (goal as Element);
      for (const type of ['dragenter', 'dragover']) {
        send(under, type, toX, toY);
        await frame();
      }
      send(under, 'drop', toX, toY);
      send(source, 'dragend', toX, toY);
    },
    [target, at] as const,
  );
}
