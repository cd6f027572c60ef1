// The contact sheet: this page as the original and every segment, at three widths, with what differs outlined.
//
// The page in front is laid out over itself (stage/page/sheet.ts) and captured by the browser, one picture at a time.

import { signal } from '@preact/signals';
import { readLocale } from '../../../shared/words/locale.ts';
import { t } from '../../../shared/words/t.ts';
import { bringToFront } from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import { castsOf } from '../../wire/casts.ts';
import type { As, Side } from '../../wire/preview-state.ts';
import type { Shot } from '../../wire/stage-shapes.ts';
import { sayError } from '../kit/say-error.ts';
import { config, look, nameOfSegment, side, tab } from '../site/page.ts';
import { captureInTurn } from './capture-in-turn.ts';
import { withPreview } from './checks.ts';

export const WIDTHS: { width: number; name: string }[] = [
  { width: 390, name: t`Phone` },
  { width: 820, name: t`Tablet` },
  { width: 1280, name: t`Desktop` },
];

export interface Picture {
  width: number;
  /** a PNG */
  blob: Blob;
  address: string;
  /** boxes that are outlined */
  marks: number;
  /** how many changed elements it does not show */
  unseen: number;
}
export interface Row {
  name: string;
  pictures: Picture[];
}
export const rows = signal<Row[]>([]);
/** What they show. */
export const rowsOf = signal<Side>('live');
/** 0 to 1 while it is being made. */
export const progress = signal<number | undefined>(undefined);
export const trouble = signal('');
let isStopped = false;
export const stopSheet = (): void => {
  isStopped = true;
};

/** Cuts the picture to its box and outlines what differs. */
async function cut(address: string, { box, marks }: Shot, ratio: number): Promise<Blob> {
  const image = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(box.width * ratio)),
    Math.max(1, Math.round(box.height * ratio)),
  );
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error(t`this browser cannot draw`);
  pen.drawImage(image, -box.x * ratio, -box.y * ratio);
  pen.strokeStyle = '#d0402c';
  pen.lineWidth = Math.max(2, 2 * ratio);
  for (const { x, y, width, height } of marks)
    pen.strokeRect((x - 2) * ratio, (y - 2) * ratio, (width + 4) * ratio, (height + 4) * ratio);
  return await canvas.convertToBlob({ type: 'image/png' });
}

async function takePicture(id: number, windowId: number, as: As, width: number): Promise<Picture> {
  const { shot, ratio } = await callStage(id, 'layOut', { as, width });
  const blob = await cut(await captureInTurn(windowId), shot, ratio);
  const { marks, unseen } = shot;
  return { width, blob, address: URL.createObjectURL(blob), marks: marks.length, unseen };
}

function nameCast(as: As): string {
  if (as.kind !== 'segments') return t`Original`;
  const [id] = as.ids;
  return id === undefined ? t`In no segment` : nameOfSegment(id);
}

export async function makeSheet(): Promise<void> {
  const found = config.value;
  const at = tab.value;
  if (!found || !at || progress.value !== undefined) return;
  isStopped = false;
  trouble.value = '';
  for (const { address } of rows.value.flatMap(({ pictures }) => pictures)) URL.revokeObjectURL(address);
  rows.value = [];
  rowsOf.value = side.value;
  progress.value = 0;
  const casts = castsOf(found.config);
  const total = casts.length * WIDTHS.length;
  let done = 0;
  const front = await bringToFront(at.id);
  try {
    await withPreview(async (id) => {
      try {
        for (const as of casts) {
          const row: Row = { name: nameCast(as), pictures: [] };
          for (const { width } of WIDTHS) {
            if (isStopped) return;
            row.pictures.push(await takePicture(id, at.windowId, as, width));
            done++;
            progress.value = done / total;
          }
          rows.value = [...rows.value, row];
        }
      } finally {
        await callStage(id, 'clear', {});
      }
    });
  } catch (error) {
    trouble.value = sayError(error);
  } finally {
    progress.value = undefined;
    if (front !== undefined) await bringToFront(front);
  }
}

const GAP = 24;
const LABEL = 34;
const HEIGHT = 420;

/** All of it as one picture, rows below each other, ready for a review. */
export async function drawSheet(): Promise<Blob> {
  const images = await Promise.all(
    rows.value.map(async ({ name, pictures }) => ({
      name,
      images: await Promise.all(pictures.map(({ blob }) => createImageBitmap(blob))),
    })),
  );
  const widthOf = (image: ImageBitmap) => Math.round((image.width * HEIGHT) / image.height);
  const rowWidth = (list: ImageBitmap[]) => list.reduce((sum, image) => sum + widthOf(image) + GAP, GAP);
  const canvas = new OffscreenCanvas(
    Math.max(200, ...images.map((row) => rowWidth(row.images))),
    GAP * 2 + LABEL + images.length * (HEIGHT + LABEL + GAP),
  );
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error(t`this browser cannot draw`);
  pen.fillStyle = '#f7f5f0';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#1b2133';
  pen.font = '600 18px system-ui, sans-serif';
  pen.fillText(`${look.value?.title ?? ''} · ${new Date().toLocaleDateString(readLocale())}`, GAP, GAP + 18);
  let y = GAP + LABEL;
  for (const row of images) {
    pen.font = '600 15px system-ui, sans-serif';
    pen.fillText(row.name, GAP, y + 22);
    let x = GAP;
    for (const image of row.images) {
      pen.drawImage(image, x, y + LABEL, widthOf(image), HEIGHT);
      pen.strokeStyle = '#c9c4b6';
      pen.strokeRect(x - 0.5, y + LABEL - 0.5, widthOf(image) + 1, HEIGHT + 1);
      x += widthOf(image) + GAP;
    }
    y += HEIGHT + LABEL + GAP;
  }
  return await canvas.convertToBlob({ type: 'image/png' });
}
