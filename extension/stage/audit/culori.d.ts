// The little of culori that we use; the package ships no types.

declare module 'culori' {
  export interface Color {
    mode: string;
    [channel: string]: unknown;
  }
  export function parse(text: string): Color | undefined;
  export function rgb(color: Color): Color;
  export function wcagContrast(a: object, b: object): number;
}
