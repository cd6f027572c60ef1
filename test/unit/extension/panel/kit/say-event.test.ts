// What a visitor was shown is called there as it is everywhere else in the panel.

import { expect, test } from 'vitest';
import { sayProps } from '../../../../../extension/panel/kit/say-event.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const config = shopConfig();
const [hero] = config.experiences;
if (hero) hero.name = 'Home: the first thing they see';
const [arm] = hero?.variants ?? [];
if (arm) arm.name = 'A night under canvas';

test('what was shown goes by the names of its config', () => {
  const shown = { experience: 'hero', variant: 'a' };
  expect(sayProps('exposure', shown, config)).toBe('Home: the first thing they see: A night under canvas');
  expect(sayProps('exposure', { experience: 'hero' }, config)).toBe(
    'Home: the first thing they see: the original (held out)',
  );
});

test('without a name, an id is said like one', () => {
  const gone = { experience: 'old-hero', variant: 'b-2' };
  expect(sayProps('exposure', gone, config)).toBe('Old hero: B 2');
  expect(sayProps('exposure', gone, undefined)).toBe('Old hero: B 2');
});
