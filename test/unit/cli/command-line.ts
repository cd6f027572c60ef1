// The command line in a folder of its own, in the test's own process, with a build that is only words.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Io } from '../../../cli/io.ts';
import { run } from '../../../cli/run.ts';

/** A build's files by name. */
export const BUILT: Record<string, string | undefined> = {
  'selvedge-whole.js': '"[selvedge]";use("__SELVEDGE_CONFIG__")',
  'selvedge.parts.json': readFileSync('dist/selvedge.parts.json', 'utf8'),
  'selvedge-later.js': 'export const config = "__SELVEDGE_CONFIG__", show = "__SELVEDGE_SHOW__";',
  'selvedge-show.js': 'show()',
  'selvedge-listen.js': 'export const listen = 0',
  'selvedge-panel.js': 'panel()',
  'selvedge-languages.js': 'languages()',
  'selvedge-purify.js': 'purify()',
  'selvedge-block.js': 'block()',
  'selvedge-ask.js': 'ask()',
  'selvedge-recommend.js': 'recommend()',
};

export function createCommandLine() {
  const cwd = mkdtempSync(join(tmpdir(), 'selvedge-line-'));
  const at = (path: string): string => join(cwd, path);
  function start(words: string[], more: Partial<Io> = {}) {
    const said = { out: '', err: '' };
    const code = run(words, {
      cwd,
      out(text) {
        said.out += text;
      },
      err(text) {
        said.err += text;
      },
      // a rest that counts is as good as one that does not
      readBuilt: (name) => BUILT[name.replace('-measure', '-later')] ?? '',
      builtFolder: at('own'),
      ...more,
    });
    return { said, code };
  }
  return {
    cwd,
    at,
    list: (folder = '') => readdirSync(at(folder)).sort(),
    read: (path: string) => readFileSync(at(path), 'utf8'),
    /** Makes the folders, too. */
    write(path: string, content: string | Uint8Array) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content);
    },
    /** @param words each an argument, so that one may hold spaces */
    run(words: string[]) {
      const { said, code } = start(words);
      return { code, ...said };
    },
    /** What reads logs answers later. @param piped what stands in the pipe */
    async runLater(words: string[], piped: (string | Uint8Array)[] = [], isTerminal = false) {
      const { said, code } = start(words, {
        pipe: Readable.from(piped.map((part) => Buffer.from(part))),
        isTerminal,
        now: () => new Date('2026-11-28T12:00:00Z'),
      });
      return { code: await code, ...said };
    },
    empty() {
      for (const name of readdirSync(cwd)) rmSync(at(name), { recursive: true });
    },
    remove: () => rmSync(cwd, { recursive: true }),
  };
}
