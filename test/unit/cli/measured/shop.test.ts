// The demo shop's log: its server writes one that is read, and what made-up visitors do is what a report says of it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../../../shared/measure/report.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { writeLine } from '../../../shop/access-log.mjs';
import { countedConfig } from '../../../shop/counted-config.mjs';
import { createShop } from '../../../shop/server.mjs';
import { walkVisitors } from '../../../shop/walk-visitors.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(() => line.empty());
const config = countedConfig(JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8')) as Config);

async function report(lines: string[]): Promise<Report> {
  line.write('shop.json', JSON.stringify(config));
  line.write('access.log', `${lines.join('\n')}\n`);
  const { code, out, err } = await line.runLater(['report', 'access.log', '--config', 'shop.json', '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const walk = (visitors: number, lift: number) =>
  walkVisitors(config, {
    visitors,
    days: 21,
    from: Date.UTC(2026, 9, 1),
    experience: 'promise',
    variant: 'life',
    lift,
    products: ['/tents/skarn-2', '/packs/holm-32', '/boots/fell'],
    seed: 7,
  });

test('the config that is walked by is fit to be published', () => {
  expect(checkConfig(config).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each<[lift: number, verdict: string]>([
  [0.5, 'better'],
  [0, 'no difference seen'],
])('a lift of %d is found: %s', async (lift, verdict) => {
  const { lines, truth } = walk(3_000, lift);
  const { source, experiences } = await report(lines);
  expect(source).toMatchObject({ lines: lines.length, skipped: { twice: 0, unreadable: 0, unknown: 0 } });
  const promise = experiences.find(({ id }) => id === 'promise');
  const goal = promise?.goals.find(({ isMain }) => isMain);
  expect(promise?.split.isBroken).toBe(false);
  expect(goal?.arms.map(({ arm, visitors, converted }) => ({ arm, visitors, added: converted }))).toEqual(
    ['variant:time', 'variant:life'].map((arm) => ({ arm, ...truth[arm] })),
  );
  const [comparison] = goal?.comparisons.filter(({ measure }) => measure === 'converted') ?? [];
  expect(comparison).toMatchObject({ arm: 'variant:life', base: 'variant:time', verdict });
  expect(comparison?.low ?? 1).toBeLessThan(lift);
  expect(comparison?.high ?? 0).toBeGreaterThan(lift);
});

test('the server writes each answer, and what it counts is what was asked for', async () => {
  const lines: string[] = [];
  const shop = createShop({ isCounting: true, tag: 'beside', config, log: (one) => void lines.push(one) });
  const server = createServer(shop.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
  try {
    const page = await ask('/', { referer: `${origin}/a"b` });
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
    await page.text();
    const sides = ['variant:time', 'variant:life', 'variant:life'];
    for (const [i, side] of sides.entries()) {
      const url = `/selvedge-ping?v=1&e=promise&o=1&a=${encodeURIComponent(side)}&r=00000000000${i}`;
      const { status } = await ask(url, { 'user-agent': 'Mozilla/5.0 "odd"' });
      expect(status).toBe(204);
    }
    await expect.poll(() => lines.length).toBe(4);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  const { source, experiences } = await report(lines);
  expect(source).toMatchObject({ lines: 4, pings: 3 });
  expect(experiences.find(({ id }) => id === 'promise')?.split.arms).toMatchObject([
    { arm: 'variant:time', visitors: 1 },
    { arm: 'variant:life', visitors: 2 },
  ]);
});

test('a line is in the form that servers write', () => {
  expect(
    writeLine({ at: Date.UTC(2026, 0, 2, 3, 4, 5), url: '/a', status: 200, bytes: 7, agent: 'x "y"' }),
  ).toBe('127.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /a HTTP/1.1" 200 7 "-" "x \\"y\\""');
});

test('without being told so the shop counts nothing, and its pages may ask nobody', async () => {
  const server = createServer(createShop().handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    expect((await fetch(`${origin}/selvedge-ping?v=1`)).status).toBe(404);
    expect((await fetch(origin)).headers.get('content-security-policy')).toContain("connect-src 'none'");
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
