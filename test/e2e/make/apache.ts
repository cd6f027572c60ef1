// A real Apache httpd with mod_dav on loopback, for publishing: anybody may read, who signs in may PUT.
//
// Debian's apache2. As root it is installed when missing; otherwise the test that needs it is skipped with one line.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPort } from '../../support/find-port.ts';
import { ownOrigins } from '../../support/site.ts';

const BINARY = '/usr/sbin/apache2';
const MODULES = '/usr/lib/apache2/modules';

/** @returns why there is none; undefined when it is there */
export function ensureApache(): string | undefined {
  if (existsSync(BINARY)) return undefined;
  if (process.getuid?.() !== 0) return 'Apache httpd is not installed: apt-get install apache2';
  try {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'apache2'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return 'Apache httpd could not be installed: apt-get install apache2';
  }
  return existsSync(BINARY) ? undefined : 'Apache httpd was installed, but not as /usr/sbin/apache2';
}

/** @param files by name, served as they are */
export async function openApache(
  files: Record<string, string>,
  credentials: { name: string; password: string },
) {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-apache-'));
  const site = join(folder, 'site');
  mkdirSync(site);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(site, name), text);
    chmodSync(join(site, name), 0o666);
  }
  for (const path of [folder, site]) chmodSync(path, 0o777);
  const hash = execFileSync('openssl', ['passwd', '-apr1', credentials.password], {
    encoding: 'utf8',
  }).trim();
  writeFileSync(join(folder, 'passwords'), `${credentials.name}:${hash}\n`, { mode: 0o644 });
  const port = await findPort();
  const modules = [
    'mpm_event',
    'authn_core',
    'authn_file',
    'authz_core',
    'authz_user',
    'auth_basic',
    'mime',
    'dir',
    'dav',
    'dav_fs',
  ];
  writeFileSync(
    join(folder, 'httpd.conf'),
    `${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${site}
DirectoryIndex index.html
TypesConfig /etc/mime.types
DavLockDB ${folder}/locks
<Directory ${site}>
  Dav On
  AuthType Basic
  AuthName site
  AuthUserFile ${folder}/passwords
  <LimitExcept GET HEAD OPTIONS>
    Require valid-user
  </LimitExcept>
</Directory>
`,
  );
  const child = spawn(BINARY, ['-f', join(folder, 'httpd.conf'), '-DFOREGROUND'], { stdio: 'ignore' });
  const origin = `http://localhost:${port}`;
  // stays: the guard looks when the test is over
  ownOrigins.add(origin);
  const deadline = AbortSignal.timeout(60_000);
  for (;;) {
    if (
      await fetch(origin).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (deadline.aborted)
      throw new Error(
        `Apache did not start: ${existsSync(join(folder, 'error.log')) ? readFileSync(join(folder, 'error.log'), 'utf8') : ''}`,
      );
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    origin,
    read: (name: string) => readFileSync(join(site, name), 'utf8'),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
