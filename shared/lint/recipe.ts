// A made-up visitor: what they did and how long ago, and what the page and they themselves say.
import type { Arrival, TraitValue } from '../engine/profile.ts';
import type { Facts } from '../engine/view.ts';
import type { Props } from '../schema/props.ts';

export interface Act {
  name: string;
  agoMs: number;
  props: Props;
}

export interface Recipe {
  acts: Act[];
  facts: Facts;
  traits: Record<string, TraitValue>;
  /** how the present visit came */
  arrival: Arrival;
  /** local hour and weekday (Monday 1) of the present moment */
  hour: number;
  weekday: number;
}

export function createRecipe(): Recipe {
  return {
    acts: [],
    facts: {
      path: '/',
      language: 'en',
      languages: ['en-GB', 'en'],
      timeZone: 'Europe/London',
      country: 'GB',
      device: 'desktop',
      os: 'windows',
      browser: 'chrome',
      'viewport.width': 1280,
      colorScheme: 'light',
      pointer: 'fine',
      saveData: false,
    },
    traits: {},
    arrival: { source: 'direct', channel: 'direct' },
    hour: 12,
    weekday: 3,
  };
}
