// What a new author has tried so far: the first-run page ticks it off.

import * as z from 'zod/mini';
import { stored } from './stored.ts';

export const LESSONS = ['opened', 'visitor', 'previewed', 'invented', 'captured', 'checked'] as const;
export type Lesson = (typeof LESSONS)[number];

export const lessons = stored('lessons', 1, z.array(z.enum(LESSONS)));

export async function markLesson(lesson: Lesson): Promise<void> {
  const done = await lessons.read();
  if (!done?.includes(lesson)) await lessons.update((before = []) => [...new Set([...before, lesson])]);
}
