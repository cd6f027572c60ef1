// Which experiences were seen to take effect since the last `show`: each is told once.
import { guard } from './edit.ts';

export interface Shown {
  /** One took effect, perhaps not for the first time. */
  take(experience: string): void;
  /** Tells of all once more: the same changes are to be shown again. */
  repeat(): void;
  clear(): void;
}

export function createShown(tell: (experience: string) => void): Shown {
  const seen = new Set<string>();
  const say = (experience: string) => guard(() => tell(experience));
  return {
    take(experience) {
      if (!seen.has(experience)) say(experience);
      seen.add(experience);
    },
    repeat: () => [...seen].forEach(say),
    clear: () => seen.clear(),
  };
}
