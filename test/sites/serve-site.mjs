// Starts a built site, and two doors to it: one where the tag's files lie, one where `/selvedge.js` is an empty script
// (the control). Each door answers for those, for two pictures and for `/target.html` itself, lets everything else
// through as it streams, and holds scripts back for a while, so that there are frames before hydration.
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { getEnv } from './build-site.mjs';

const SCRIPT_DELAY_MS = 300;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>';

const listen = (server) =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

async function openDoor(port, files) {
  const own = {
    '/old.svg': ['image/svg+xml', PICTURE],
    '/new.svg': ['image/svg+xml', PICTURE],
    '/favicon.ico': ['image/svg+xml', PICTURE],
    '/target.html': ['text/html', '<!doctype html><title>Target</title><h1 id="arrived">Arrived</h1>'],
  };
  for (const [name, text] of Object.entries(files)) own[`/${name}`] = ['text/javascript', text];
  const server = createServer((from, to) => {
    const path = from.url.split('?')[0];
    const [type, body] = own[path] ?? [];
    if (type) return to.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    const headers = { ...from.headers, 'accept-encoding': 'identity' };
    const pass = () => {
      const ask = request(
        { port, host: '127.0.0.1', path: from.url, method: from.method, headers },
        (got) => {
          to.writeHead(got.statusCode, got.headers);
          got.pipe(to);
        },
      );
      ask.on('error', () => to.destroy());
      from.pipe(ask);
    };
    if (/\.m?js$/.test(path)) setTimeout(pass, SCRIPT_DELAY_MS);
    else pass();
  });
  return { origin: `http://localhost:${await listen(server)}`, close: () => server.close() };
}

async function findPort() {
  const server = createServer();
  const port = await listen(server);
  await new Promise((done) => server.close(done));
  return port;
}

async function isUp(port) {
  return new Promise((done) => {
    const ask = request({ port, host: '127.0.0.1', path: '/' }, (got) => {
      got.resume();
      done(got.statusCode === 200);
    });
    ask.on('error', () => done(false));
    ask.end();
  });
}

/**
 * @param folder a built site's
 * @param files the tag's, by name, with a config inside
 * @returns the addresses of the two doors, and what ends all of it
 */
export async function serveSite(host, folder, files) {
  const port = await findPort();
  const [name, ...args] = host.serve.map((word) => word.replace('$PORT', port));
  const env = { ...getEnv(folder), PORT: `${port}`, HOST: '127.0.0.1', NODE_ENV: 'production' };
  const child = spawn(name, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let ended = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  child.on('exit', () => (ended = true));
  child.on('error', (error) => (said += error));
  const end = () => {
    if (!ended) process.kill(-child.pid, 'SIGKILL');
  };
  const until = Date.now() + 60_000;
  while (!(await isUp(port))) {
    if (ended || Date.now() > until) {
      end();
      throw new Error(`it does not answer: ${said.trim().split('\n').slice(-6).join(' ')}`);
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  const doors = [await openDoor(port, files), await openDoor(port, { 'selvedge.js': '' })];
  return {
    tagged: doors[0].origin,
    control: doors[1].origin,
    close() {
      for (const door of doors) door.close();
      end();
    },
  };
}
