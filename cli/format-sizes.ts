// What a file weighs, as it lies there and as servers send it.
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Such as `62.71 kB`; a kB is 1,000 bytes. */
export const formatSize = (text: string): string => sayBytes(Buffer.byteLength(text, 'utf8'));

/** Such as `min 62.71 kB · gzip 27.31 kB · brotli 24.01 kB`. */
export function formatSizes(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  const figures: [string, number][] = [
    ['min', bytes.length],
    ['gzip', gzipSync(bytes, { level: 9 }).length],
    ['brotli', brotliCompressSync(bytes).length],
  ];
  return figures.map(([name, size]) => `${name} ${sayBytes(size)}`).join(' · ');
}

const sayBytes = (size: number): string => `${(size / 1000).toFixed(2)} kB`;
