// Records the pixels of every frame that Chromium presents, and says whether a colour was ever among them.
//
// Chromium only (CDP screencast; Firefox has nothing like it over WebDriver BiDi). It exists to check the
// frame sampler against real pixels: give the original an unmistakable colour and ask for it.

import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

export interface Pixels {
  /** frames received so far, PNG */
  frames: Buffer[];
  /** The most pixels of this colour (`#rrggbb`) in any one frame. */
  countColour(colour: string): number;
  stop(): Promise<void>;
}

/** Undoes one PNG row filter in place. @see https://www.w3.org/TR/png-3/#9Filters */
function unfilter(filter: number, row: Buffer, above: Buffer | undefined, size: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = i >= size ? row[i - size]! : 0;
    const up = above?.[i] ?? 0;
    const corner = i >= size ? (above?.[i - size] ?? 0) : 0;
    let add = [0, left, up, (left + up) >> 1][filter] ?? 0;
    if (filter === 4) {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      add = a! <= b! && a! <= c! ? left : b! <= c! ? up : corner;
    }
    row[i] = row[i]! + add;
  }
}

/** Rows of an 8 bit RGB or RGBA PNG that is not interlaced, which is what Chromium makes. */
function readRows(png: Buffer): { rows: Buffer[]; size: number } {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const size = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const data = inflateSync(Buffer.concat(parts));
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    const start = y * (width * size + 1);
    const row = data.subarray(start + 1, start + 1 + width * size);
    unfilter(data[start]!, row, rows[y - 1], size);
    rows.push(row);
  }
  return { rows, size };
}

function countIn(png: Buffer, [red, green, blue]: number[]): number {
  const { rows, size } = readRows(png);
  let count = 0;
  for (const row of rows) {
    for (let i = 0; i < row.length; i += size) {
      if (row[i] === red && row[i + 1] === green && row[i + 2] === blue) count++;
    }
  }
  return count;
}

/** Call before page.goto, in Chromium. */
export async function recordPixels(page: Page): Promise<Pixels> {
  const cdp = await page.context().newCDPSession(page);
  const frames: Buffer[] = [];
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'));
    // a frame that is not acknowledged stops the rest; a page that closes meanwhile needs none
    cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return {
    frames,
    countColour(colour) {
      const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      return Math.max(0, ...frames.map((frame) => countIn(frame, wanted)));
    },
    async stop() {
      await cdp.send('Page.stopScreencast');
    },
  };
}
