// Proves what a visitor saw: every painted frame of every page load, in both browsers.
//
// Take `recordFrames` before page.goto, act, `await frames.settle()`, then ask. The sampler in the page
// (frame-sampler.ts) reads what each frame shows; in Chromium `pixels.ts` checks the same on recorded pixels.
// Both are tested on pages that are known to flicker and to shift (test/e2e/harness/frames.spec.ts).

import type { ConsoleMessage, Page } from '@playwright/test';
import { sampleFrames } from './frame-sampler.ts';
import { testMark } from './guard.ts';

export interface Frame {
  path: string;
  /** number of the frame within its document, from 1 */
  frame: number;
  /** ms since the document began */
  at: number;
  /** all that is painted, with single spaces, pictures as `[image /path]` */
  text: string;
}

export interface Move {
  path: string;
  frame: number;
  at: number;
  /** `h1#title.big` */
  element: string;
  /** CSS px */
  x: number;
  y: number;
}

export interface Frames {
  /** the first frame and each frame that shows something else than the one before it */
  list: Frame[];
  /** boxes that moved by 3 px or more between two painted frames */
  moves: Move[];
  /** Chromium's own layout shift score, summed; stays 0 in Firefox, which has none (read `moves` there) */
  layoutShift: number;
  /** The first painted frame that showed this. */
  findFrame(text: string | RegExp): Frame | undefined;
  /** Waits until two more frames are painted and all reports are in. Fails where nothing was recorded. */
  settle(): Promise<void>;
}

const mark = `${testMark}frames]`;

/** @param watch CSS of the elements to read, with their generated content; without it the whole body is read */
export async function recordFrames(page: Page, { watch = '' } = {}): Promise<Frames> {
  const settled = new Map<string, (frames: number) => void>();
  let tokens = 0;

  function hear(message: ConsoleMessage): void {
    const text = message.text();
    if (!text.startsWith(mark)) return;
    const { kind, ...report } = JSON.parse(text.slice(mark.length));
    if (kind === 'frame') frames.list.push(report);
    else if (kind === 'move') frames.moves.push(report);
    else if (kind === 'shift') frames.layoutShift += report.value;
    else settled.get(report.token)?.(report.frames);
  }

  const frames: Frames = {
    list: [],
    moves: [],
    layoutShift: 0,
    findFrame: (text) =>
      frames.list.find((frame) =>
        typeof text === 'string' ? frame.text.includes(text) : text.test(frame.text),
      ),
    async settle() {
      const token = String(++tokens);
      const reported = new Promise<number>((resolve) => settled.set(token, resolve));
      // a page that was not recorded has no such thing to call
      await page.evaluate((word) => window[Symbol.for('selvedge.test.settle')]!(word), token);
      if (!(await reported)) throw new Error('No frame was recorded: call recordFrames before page.goto.');
    },
  };
  page.on('console', hear);
  await page.addInitScript(sampleFrames, { mark, watch });
  return frames;
}
