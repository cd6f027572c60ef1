// `npm run release -- VERSION`: says what a release of this checkout would do; with `--yes` it does it. Nothing is sent
// anywhere: publishing and pushing are the owner's.
//
//   1  looks whether the checkout is fit: nothing uncommitted, a version that is new, something to tell of it
//   2  runs `npm run check` and `npm test`
//   3  gives the changes their heading and date, and the package its version
//   4  builds, packs, commits, tags
//   5  lays what is given away into release/VERSION, with its hashes
//
// `node package/release.mjs VERSION --files` does the last of it alone, in a built checkout of that tag: a forge's workflow
// calls it (.github/workflows/release.yml), and so can who wants to compare.
//
// What fails before the commit leaves the checkout as it was.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const UNRELEASED = '## Unreleased\n';
const WRITTEN = ['CHANGELOG.md', 'package.json', 'package-lock.json'];
const ZIPS = ['selvedge-chrome.zip', 'selvedge-firefox.zip'];

const numbersOf = (version) => version.split('.').map(Number);

/** Whether the first comes after the second, or is it. */
function isSameOrLater(version, other) {
  const [one, two] = [numbersOf(version), numbersOf(other)];
  const at = one.findIndex((number, i) => number !== two[i]);
  return at < 0 || one[at] > two[at];
}

/** What is told of the next version, without its heading. */
function readUnreleased(changelog) {
  const [, rest = ''] = changelog.split(UNRELEASED);
  return (rest.split(/^## /m)[0] ?? '').trim();
}

/** @returns what keeps this checkout from being released, and what to do about it */
function findObstacles({ root, version, git }) {
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) return ['Name the version: npm run release -- 1.2.3'];
  const now = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const told = readUnreleased(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  return [
    ...(git('status', '--porcelain')
      ? ['There are changes that are not committed: commit them, or put them away.']
      : []),
    ...(isSameOrLater(version, now) ? [] : [`${version} is older than ${now}, which package.json says.`]),
    ...(git('tag', '--list', `v${version}`)
      ? [`There is a tag v${version} already: choose the next version.`]
      : []),
    ...(told ? [] : ['Nothing stands under "Unreleased" in CHANGELOG.md: say what is new, and for whom.']),
  ];
}

function writeVersion({ root, version, date }) {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  writeFileSync(
    join(root, 'CHANGELOG.md'),
    changelog.replace(UNRELEASED, () => `${UNRELEASED}\n## ${version} – ${date}\n`),
  );
  for (const name of ['package.json', 'package-lock.json']) {
    const held = JSON.parse(readFileSync(join(root, name), 'utf8'));
    held.version = version;
    if (held.packages) held.packages[''].version = version;
    writeFileSync(join(root, name), `${JSON.stringify(held, null, 2)}\n`);
  }
}

const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What is given away, by step: each a name and what it does in the checkout. */
function layDown({ root, version, run, say }) {
  const into = join('release', version);
  const source = `selvedge-${version}-source.zip`;
  return {
    into,
    pack: [
      `pack the package into ${into}`,
      () => {
        mkdirSync(join(root, into), { recursive: true });
        run('npm', ['pack', '--ignore-scripts', '--pack-destination', into]);
      },
    ],
    copy: [
      `copy ${ZIPS.join(' and ')} there, and the sources as ${source}`,
      () => {
        for (const zip of ZIPS) copyFileSync(join(root, 'dist', zip), join(root, into, zip));
        const prefix = `--prefix=selvedge-${version}/`;
        const to = ['--output', join(into, source)];
        // a zip keeps local time without a zone
        run('git', ['archive', '--format=zip', prefix, ...to, `v${version}`], { TZ: 'UTC' });
      },
    ],
    hash: [
      `write what they hash to into ${into}/SHA256SUMS`,
      () => {
        const names = readdirSync(join(root, into))
          .filter((name) => name !== 'SHA256SUMS')
          .sort();
        const sums = names.map((name) => `${sha256(join(root, into, name))}  ${name}\n`).join('');
        writeFileSync(join(root, into, 'SHA256SUMS'), sums);
        say(sums.trimEnd());
      },
    ],
  };
}

/** What is given stands in release.d.mts. */
export function layFiles({ root, version, run, say }) {
  const git = (...args) => run('git', args).trim();
  const now = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const isTagged = git('tag', '--points-at', 'HEAD').split('\n').includes(`v${version}`);
  if (version !== now || !isTagged) {
    say(`This is no checkout of v${version}: package.json says ${now}. Check out the tag that is released.`);
    return false;
  }
  const { pack, copy, hash } = layDown({ root, version, run, say });
  for (const [what, act] of [pack, copy, hash]) {
    say(`— ${what}`);
    act();
  }
  return true;
}

/** What is given stands in release.d.mts. */
export function release({ root, version, isMeant, date, run, say }) {
  const git = (...args) => run('git', args).trim();
  const obstacles = findObstacles({ root, version, git });
  for (const obstacle of obstacles) say(obstacle);
  if (obstacles.length) return false;

  const { into, pack, copy, hash } = layDown({ root, version, run, say });
  const steps = [
    ['npm run check', () => run('npm', ['run', 'check'])],
    ['npm test', () => run('npm', ['test'])],
    [`write ${version} and ${date} into ${WRITTEN.join(', ')}`, () => writeVersion({ root, version, date })],
    ['npm run build', () => run('npm', ['run', 'build'])],
    pack,
    [
      `commit "release: ${version}" and tag it v${version}`,
      () => {
        git('commit', '--quiet', '--message', `release: ${version}`, '--', ...WRITTEN);
        git('tag', '--annotate', `v${version}`, '--message', `Selvedge ${version}`);
      },
    ],
    copy,
    hash,
  ];
  if (!isMeant) {
    say(`A release of ${version} would, in this order:`);
    for (const [what] of steps) say(`  ${what}`);
    say('Nothing is done yet: say --yes to do it.');
    return true;
  }
  for (const [what, act] of steps) {
    say(`— ${what}`);
    try {
      act();
    } catch (error) {
      // committed, this changes nothing
      git('checkout', '--quiet', '--', ...WRITTEN);
      say(`${what}: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }
  say(`Released here, and nowhere else. Push the commit and its tag, and publish what is in ${into}.`);
  return true;
}

/** What it prints is seen by who has called this. */
const isLoud = (program, [first]) => program === 'npm' && first !== 'pack';

function main() {
  const { values, positionals } = parseArgs({
    options: { yes: { type: 'boolean' }, files: { type: 'boolean' } },
    allowPositionals: true,
  });
  const root = fileURLToPath(new URL('..', import.meta.url));
  const run = (program, args, env = {}) =>
    execFileSync(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['ignore', isLoud(program, args) ? 'inherit' : 'pipe', 'inherit'],
    }) ?? '';
  const date = new Date().toISOString().slice(0, 10);
  const say = (line) => console.log(line);
  const [version] = positionals;
  const isDone = values.files
    ? layFiles({ root, version, run, say })
    : release({ root, version, isMeant: values.yes ?? false, date, run, say });
  process.exitCode = isDone ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
