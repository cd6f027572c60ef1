// What products.mjs exports, for sources in TypeScript.

export interface Product {
  id: string;
  category: string;
  name: string;
  line: string;
  /** in GBP */
  price: number;
  rating: number;
  reviews: number;
  about: string;
  specs: [label: string, value: string][];
  alt: string;
  note?: string;
  winter?: boolean;
  second?: number;
}
export const products: Product[];
