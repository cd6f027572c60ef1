// A config that a newer release made is said to be so, may be looked at as far as it is understood, and is not fit.
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { isLater } from '../../../../shared/schema/find-newer.ts';
import { SAMPLE } from './sample.ts';

test.each<[a: string, b: string, expected: boolean]>([
  ['0.2.0', '0.1.0', true],
  ['0.2', '0.1.9', true],
  ['0.1', '0.1.0', false],
  ['0.1.0', '0.1', false],
  ['0.10.0', '0.9.0', true],
  ['1', '0.99.99', true],
  ['0.0.9', '0.1.0', false],
  ['2.0.0', '10.0.0', false],
])('%s after %s: %s', (a, b, expected) => expect(isLater(a, b)).toBe(expected));

const strange = { kind: 'telepathy', is: true };

describe('a config that needs a later release', () => {
  const { problems, config, newer } = checkConfig({
    ...SAMPLE,
    needs: '99.1',
    weather: { rain: true },
    segments: [...SAMPLE.segments, { id: 'new', name: 'New', when: strange }],
  });
  test('is not fit, and the first thing said is why', () => {
    expect(config).toBeUndefined();
    expect(problems[0]).toMatchObject({ path: 'needs', severity: 'error' });
    expect(problems[0]?.problem).toMatch(/^made with Selvedge 99\.1; this is \d/);
    expect(problems[0]?.remedy).toMatch(/^Update Selvedge/);
  });
  test('is there to be looked at without what is not understood', () => {
    expect(newer?.why).toBe(problems[0]?.problem);
    expect(newer?.known?.segments.map(({ id }) => id)).toEqual(
      SAMPLE.segments.map(({ id }: { id: string }) => id),
    );
    expect(newer?.known).not.toHaveProperty('weather');
    expect(newer?.known?.revision).toBe(SAMPLE.revision);
  });
});

test('all of it understood: still not fit, as saving it would claim what is not so', () => {
  const { config, newer } = checkConfig({ ...SAMPLE, needs: '99' });
  expect(config).toBeUndefined();
  expect(newer?.known).toBeDefined();
});
test.each(['0.0.1', '0.1', undefined])('needs %s is fit', (needs) => {
  expect(checkConfig({ ...SAMPLE, ...(needs && { needs }) })).toMatchObject({ problems: [] });
});
test.each(['new', '1.2.3.4', '', 4, null, 'v0.2'])('needs %j is no release', (needs) => {
  const { problems, newer } = checkConfig({ ...SAMPLE, needs });
  expect(problems).toMatchObject([{ path: 'needs', severity: 'error' }]);
  expect(newer).toBeUndefined();
});
test('a later format is only said', () => {
  const { problems, newer } = checkConfig({ ...SAMPLE, version: 2, segments: 'what?' });
  expect(problems).toMatchObject([{ path: 'version' }]);
  expect(newer).toEqual({ why: problems[0]?.problem });
});
