// `selvedge plan`: the numbers of the agreed table, in words and as data, and what it refuses.
import { afterAll, describe, expect, test } from 'vitest';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterAll(() => line.remove());
const plan = (words: string) => line.run(['plan', ...words.split(' ').filter(Boolean)]);

describe('plan', () => {
  test('says the visitors of each level', () => {
    const { code, out, err } = plan('--rate 0.03 --lift 0.2 --segment 0.2');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      'A lift of +20 % on a goal that 3 % reach, for a segment of 20 % of the visitors; 50 %',
    );
    expect(out).toMatch(/^ {2}exact +28\d,000 {2}each request/m);
    expect(out).toMatch(/^ {2}private, ε 2 +(499|500),000 {2}/m);
    expect(out).toMatch(/^ {2}coin +1,(59|60)0,000 {2}nothing is said/m);
    expect(out).not.toContain('days');
    expect(out).toContain('"coin" is the usual one');
  });
  test('says days where the pace is known, and takes a holdout of a tenth', () => {
    const { out } = plan('--rate 0.03 --lift 0.2 --visitors 2000');
    expect(out).toMatch(/^ {2}level +visitors +days$/m);
    expect(out).toMatch(/^ {2}coin +56,\d00 +29 {2}/m);
    const holdout = plan('--rate 0.03 --lift=-0.2 --share 0.9');
    expect(holdout.out).toContain(
      'A lift of −20 % on a goal that 3 % reach, for everyone; 90 % of them get it',
    );
  });
  test('--json gives the same as data', () => {
    const { code, out } = plan('--rate 0.03 --lift 0.1 --segment 0.2 --epsilon 1 --visitors 1000 --json');
    expect(code).toBe(0);
    const said = JSON.parse(out);
    expect(said).toMatchObject({ rate: 0.03, lift: 0.1, share: 0.5, segment: 0.2, epsilon: 1, alpha: 0.05 });
    expect(said.levels.map(({ level }: { level: string }) => level)).toEqual(['exact', 'private', 'coin']);
    expect(said.levels.map(({ visitors }: { visitors: number }) => Math.round(visitors / 1000))).toEqual([
      1162, 4317, 6927,
    ]);
    expect(said.levels[0].days).toBe(Math.ceil(said.levels[0].visitors / 1000));
    expect(said.levels[0]).not.toHaveProperty('epsilon');
  });
  test.each([
    ['', /needs --rate/],
    ['--rate 0.03', /needs --lift/],
    ['--rate 3 --lift 0.1', /--rate is a share between 0 and 1.+"3" is not/],
    ['--rate 3% --lift 0.1', /"3%" is not/],
    ['--rate 0.03 --lift 0', /--lift is a number that is not 0/],
    ['--rate 0.03 --lift=-1', /--lift/],
    ['--rate 0.03 --lift ten', /"ten" is not/],
    ['--rate 0.9 --lift 0.5', /more than all/],
    ['--rate 0.03 --lift 0.1 --share 1', /--share/],
    ['--rate 0.03 --lift 0.1 --segment 0', /--segment/],
    ['--rate 0.03 --lift 0.1 --epsilon 9', /--epsilon is a number from 0.5 to 4/],
    ['--rate 0.03 --lift 0.1 --visitors 0', /--visitors/],
    ['--rate 0.03 --rate 0.04 --lift 0.1', /--rate is there twice/],
    ['file.json --rate 0.03 --lift 0.1', /takes no file/],
    ['--rate 0.03 --lift 0.1 --inline', /takes no --inline/],
  ])('refuses "%s"', (words, says) => {
    const { code, out, err } = plan(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
});

test('the help keeps what a command takes apart from what it does', () => {
  const { out } = line.run(['--help']);
  expect(out).toMatch(/^ {2}selvedge plan --rate RATE --lift LIFT\n {26}how many visitors/m);
  expect(out).toMatch(/^ {2}selvedge check FILE {5}every problem/m);
});
