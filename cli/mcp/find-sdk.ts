// The official SDK of the Model Context Protocol, where it is installed. It is not a part of this program: it has twice
// the size of it, and few need it.
import type { McpServer } from '@modelcontextprotocol/server';
import type { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { findInstalled } from '../find-installed.ts';

const SDK = '@modelcontextprotocol/server';

export interface Sdk {
  McpServer: typeof McpServer;
  serveStdio: typeof serveStdio;
  StdioServerTransport: typeof StdioServerTransport;
}

/** @throws Error in words where it is not installed */
export function findSdk(cwd: string): Sdk {
  const require = findInstalled(SDK, cwd);
  if (!require)
    throw new Error(
      `selvedge mcp needs the npm package ${SDK} (version 2), in this folder or beside this program: npm install ${SDK}@2. All other commands need nothing.`,
    );
  const { McpServer } = require(SDK);
  const { serveStdio, StdioServerTransport } = require(`${SDK}/stdio`);
  return { McpServer, serveStdio, StdioServerTransport };
}
