// The pictures that the stores want, of pictures of the page and of the panel beside it: 1280 × 800 each, and a tile.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** CSS px; both are taken as they will stand there. */
export const STORE = { width: 1280, height: 800 };
export const STORE_PANEL = { width: 420, height: 800 };
export const STORE_PAGE = { width: STORE.width - STORE_PANEL.width - 1, height: 800 };
const TILE = { width: 440, height: 280 };

const pathOf = (name) =>
  fileURLToPath(new URL(`../../extension/store/pictures/${name}.png`, import.meta.url));
const toAddress = (bytes, type) => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

async function draw(context, name, size, html) {
  const sheet = await context.newPage();
  await sheet.setViewportSize(size);
  await sheet.setContent(`<!doctype html><body style="margin: 0">${html}`);
  await sheet.waitForFunction(() =>
    [...document.images].every((image) => image.complete && image.naturalWidth),
  );
  await sheet.screenshot({ path: pathOf(name) });
  await sheet.close();
}

/** @param page @param panel pictures, as bytes */
export const drawBeside = (context, name, page, panel) =>
  draw(
    context,
    name,
    STORE,
    `<div style="display: flex; gap: 1px; background: #8d8a80">
      <img src="${toAddress(page, 'image/png')}" width="${STORE_PAGE.width}" height="800">
      <img src="${toAddress(panel, 'image/png')}" width="${STORE_PANEL.width}" height="800">
    </div>`,
  );

export function drawTile(context, face) {
  const mark = readFileSync(fileURLToPath(new URL('../../extension/icons/mark.svg', import.meta.url)));
  return draw(
    context,
    'tile',
    TILE,
    `<div style="box-sizing: border-box; display: grid; place-content: center; gap: 14px; height: ${TILE.height}px;
        padding: 0 36px; background: #f7f5f0; color: #1b2133; font-family: ${face.replaceAll('"', "'")}">
      <img src="${toAddress(mark, 'image/svg+xml')}" width="72" height="72">
      <b style="font-size: 40px; line-height: 1">Selvedge</b>
      <span style="font-size: 19px; line-height: 1.3">See what each visitor of your website gets, and change it on the page.</span>
    </div>`,
  );
}
