// The little of culori that we use; the package ships no types.

declare module 'culori' {
  export interface Color {
    mode: string;
    [channel: string]: unknown;
  }
  export function parse(text: string): Color | undefined;
  export interface Rgb extends Color {
    r: number;
    g: number;
    b: number;
    alpha?: number;
  }
  export function rgb(color: Color | string): Rgb | undefined;
  export function formatHex(color: Color | string): string | undefined;
  export function converter(mode: 'oklch'): (color: Color | string) => (Color & { l: number }) | undefined;
  export function wcagContrast(a: object, b: object): number;
}
