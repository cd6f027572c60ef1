// What a visitor was shown is called there as it is everywhere else in the panel.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STANDARD_EVENTS } from '../../../../../extension/panel/draft/standard-events.ts';
import { sayEventName, sayProps } from '../../../../../extension/panel/kit/say-event.ts';
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

test('whatever event is suggested on a site where nothing was seen has words', () => {
  expect(STANDARD_EVENTS.filter((name) => sayEventName(name) === name)).toEqual([]);
});

test('no field for an event shows its name as programs write it', () => {
  const panel = new URL('../../../../../extension/panel/', import.meta.url);
  const raw = readdirSync(panel, { recursive: true, encoding: 'utf8' }).filter((file) => {
    if (!file.endsWith('.tsx')) return false;
    const text = readFileSync(new URL(file, panel), 'utf8');
    return (
      /list=\{seenEvents\(\)\}(?!\s+say=\{sayEventName\})/.test(text) ||
      /event:\$\{name\}`\}>\s*\{name\}/.test(text)
    );
  });
  expect(raw).toEqual([]);
});

test('a list that came too late is said to have kept what the page has', () => {
  const shown = { experience: 'hero', variant: 'a' };
  expect(sayProps('exposure', { ...shown, late: true }, config)).toBe(
    'Home: the first thing they see: A night under canvas (the list came too late: the page kept its own cards)',
  );
  expect(sayProps('exposure', shown, config)).not.toContain('late');
});
