// Waits until what was just changed is painted and its pictures are there, or long enough.

const FRAMES_MS = 150;
const PICTURES_MS = 1500;

/** Two frames; a page behind another tab has none, so time has to do there. */
export function settleFrames(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAMES_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** @param root whose pictures and stylesheets must have arrived */
export async function settleLoads(root: ParentNode): Promise<void> {
  const images = [...root.querySelectorAll('img')].filter((img) => !img.complete && img.loading !== 'lazy');
  const links = [...root.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')];
  const waits = [...images, ...links.filter(({ sheet }) => !sheet)].map(
    (element) =>
      new Promise<void>((resolve) => {
        for (const type of ['load', 'error']) element.addEventListener(type, () => resolve(), { once: true });
      }),
  );
  const late = new Promise<void>((resolve) => setTimeout(resolve, PICTURES_MS));
  await Promise.race([Promise.all(waits), late]);
}
