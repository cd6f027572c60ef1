// What stories.mjs exports, for tests in TypeScript.

export interface Act {
  text: string;
  link?: { path: string; name: string };
}
export interface Story {
  title: string;
  acts: Act[];
  /** what is to be seen then */
  ends: string;
}
export const stories: readonly Story[];
export function printStories(site: string): string;
