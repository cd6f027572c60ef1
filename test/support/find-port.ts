// A port for a program that must be told one.
//
// Below those that the system gives away by itself (from 32768 on, on Linux): what is found free there and let go of again
// is taken by no server of a test that asks for any port, and by no connection, before the program has it.
// https://docs.kernel.org/networking/ip-sysctl.html "ip_local_port_range"

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

export async function findPort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
}
