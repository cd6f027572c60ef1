// The official SDK of the Model Context Protocol, where it is installed. It is not a part of this program: it has twice
// the size of it, and few need it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { McpServer } from '@modelcontextprotocol/server';
import type { serveStdio } from '@modelcontextprotocol/server/stdio';

const SDK = '@modelcontextprotocol/server';

export interface Sdk {
  McpServer: typeof McpServer;
  serveStdio: typeof serveStdio;
}

/**
 * From the folder one stands in, or beside this program.
 *
 * @throws Error in words where it is not installed
 */
export function findSdk(cwd: string): Sdk {
  for (const from of [join(cwd, 'package.json'), import.meta.url]) {
    const require = createRequire(from);
    try {
      require.resolve(SDK);
    } catch {
      continue;
    }
    const { McpServer } = require(SDK);
    const { serveStdio } = require(`${SDK}/stdio`);
    return { McpServer, serveStdio };
  }
  throw new Error(
    `selvedge mcp needs the npm package ${SDK} (version 2), in this folder or beside this program: npm install ${SDK}@2. All other commands need nothing.`,
  );
}
