// `selvedge mcp`: the same as the other commands for an agent, over standard input and output.
import { finished } from 'node:stream/promises';
import { version } from '../../package.json';
import { type ExitCode, type Io, readNow } from '../io.ts';
import { openDesk } from './desk.ts';
import { findSdk, type Sdk } from './find-sdk.ts';
import { makeTools, type Tool } from './tools.ts';

/** What an agent is told before its first call. */
const HOW = `Selvedge shows visitors of a website another content by what they did there, on their own device. A config (selvedge.json) holds segments, experiences and goals.
Work so: read the schema, write a config, check it until it has no error and no warning you cannot answer for, explain and walk made-up visitors through it, compare it with what is published, write it as a draft. What you write is a draft: a person looks at it, and publishes it. Claim no effect that was not counted.`;

/** @param folder where drafts go, from where one stands */
export async function serve(folder: string, io: Io): Promise<ExitCode> {
  let sdk: Sdk;
  let tools: Tool[];
  try {
    sdk = findSdk(io.cwd);
    tools = makeTools(openDesk(folder, io), () => readNow(io));
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
  const served = sdk.serveStdio(() => {
    const server = new sdk.McpServer({ name: 'selvedge', version }, { instructions: HOW });
    for (const { name, title, does, takes, isWriting = false, run } of tools)
      server.registerTool(
        name,
        {
          title,
          description: does,
          inputSchema: takes,
          annotations: { readOnlyHint: !isWriting, destructiveHint: false, openWorldHint: false },
        },
        (given: unknown) => {
          try {
            return { content: [{ type: 'text', text: JSON.stringify(run(given), null, 2) }] };
          } catch (error) {
            const text = error instanceof Error ? error.message : String(error);
            return { content: [{ type: 'text', text }], isError: true };
          }
        },
      );
    return server;
  });
  // whoever has started this closes the pipe when they are done
  await finished(process.stdin, { writable: false }).catch(() => {});
  await served.close();
  return 0;
}
