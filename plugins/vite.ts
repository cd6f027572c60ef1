// `import selvedge from 'selvedge/vite'`: the tag in a Vite project. A build writes its files beside the pages, and puts it
// first in each page's head; while developing it is made anew when the config changes, and what is wrong with that is shown
// over the page.

import { resolve } from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { formatProblem } from '../cli/format-problem.ts';
import { type BundledFile, bundleFile, isConfigError } from '../package/node.ts';
import { CONFIG, filesOf, NAME, type SelvedgeOptions, TAG } from './files-of.ts';

/** As Vite shows what is wrong with a file: over the page, with the place in it. */
function toOverlay(thrown: unknown, file: string): ErrorPayload['err'] {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const [first] = isConfigError(thrown) ? thrown.problems : [];
  const { line, column } = first ?? {};
  return {
    plugin: 'selvedge',
    message,
    stack: '',
    id: file,
    ...(line !== undefined && { loc: { file, line, column: column ?? 1 } }),
  };
}

export type { SelvedgeOptions } from './files-of.ts';

export default function selvedge({ config = CONFIG, form }: SelvedgeOptions = {}): Plugin {
  let file = config;
  let address = `/${TAG}`;
  const make = (): BundledFile => bundleFile(file, { ...(form && { form }) });
  /** @throws what Vite shows over the page, or ends a build with */
  const makeOrShow = (): BundledFile => {
    try {
      return make();
    } catch (error) {
      throw Object.assign(new Error(), toOverlay(error, file));
    }
  };

  function follow({ watcher, ws }: ViteDevServer): void {
    watcher.add(file);
    const tell = (changed: string): void => {
      if (resolve(changed) !== file) return;
      try {
        make();
        ws.send({ type: 'full-reload' });
      } catch (error) {
        ws.send({ type: 'error', err: toOverlay(error, file) });
      }
    };
    for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, tell);
  }

  return {
    name: 'selvedge',
    configResolved({ root, base }) {
      file = resolve(root, config);
      address = `${base}${TAG}`;
    },
    configureServer(server) {
      follow(server);
      server.middlewares.use((request, response, next) => {
        const { base } = server.config;
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const name = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
        if (!NAME.test(name)) return next();
        try {
          const text = filesOf(make()).get(name);
          if (text === undefined) return next();
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.setHeader('cache-control', 'no-store');
          return void response.end(text);
        } catch (error) {
          return next(error);
        }
      });
    },
    generateBundle() {
      if (this.environment.config.consumer !== 'client') return;
      const made = makeOrShow();
      for (const problem of made.problems) this.warn(formatProblem(problem, config));
      for (const [fileName, source] of filesOf(made)) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      // after all others that put something first
      order: 'post',
      handler() {
        makeOrShow();
        return [{ tag: 'script', attrs: { src: address }, injectTo: 'head-prepend' }];
      },
    },
  };
}
