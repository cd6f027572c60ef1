// `selvedge mcp`: the same as the other commands for an agent, over standard input and output.
import { version } from '../../package.json';
import { type ExitCode, type Io, readNow } from '../io.ts';
import { openDesk } from './desk.ts';
import { findSdk, type Sdk } from './find-sdk.ts';
import { makeTools, type Tool } from './tools.ts';

/** What an agent is told before its first call. */
const HOW = `Selvedge shows visitors of a website another content by what they did there, on their own device. A config (selvedge.json) holds segments, experiences and goals.
Work so: read the schema, write a config, check it until it has no error and no warning you cannot answer for, explain and walk made-up visitors through it, compare it with what is published, write it as a draft. What you write is a draft: a person looks at it, and publishes it. Claim no effect that was not counted.`;

/** Bytes of a message: two configs as long as one may be have less. The SDK reads each from its beginning again and again. */
const MOST_IN_A_MESSAGE = 16_000_000;

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
  const inTurn = createTurns();
  const { stdin, stdout } = process;
  const transport = new sdk.StdioServerTransport(stdin, stdout, { maxBufferSize: MOST_IN_A_MESSAGE });
  const makeServer = () => {
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
        (given: unknown, { mcpReq: { signal } }) => inTurn(() => answer(run, given, signal)),
      );
    return server;
  };
  let isUnread = false;
  stdout.once('error', () => {
    isUnread = true;
  });
  sdk.serveStdio(makeServer, { transport });
  await untilClosed(transport);
  if (isUnread || stdin.readableEnded || stdin.destroyed) return 0;
  // they are still there: it was the SDK that hears no more
  io.err(`A message has more than ${MOST_IN_A_MESSAGE / 1e6} MB: give a config as a file.\n`);
  return 1;
}

/** @returns what a tool answers, or why it does not; nothing is done for whom nobody waits any more */
function answer(run: Tool['run'], given: unknown, { aborted }: AbortSignal) {
  try {
    if (aborted) throw new Error('It is no longer asked.');
    return { content: [{ type: 'text' as const, text: JSON.stringify(run(given), null, 2) }] };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { content: [{ type: 'text' as const, text }], isError: true };
  }
}

/** One call after the other; between two of them is heard what else there is: that one is no longer asked, or nobody there. */
function createTurns(): <T>(work: () => T) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => new Promise((resolve) => setImmediate(resolve))).then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

/** Whoever has started this closes the pipe when they are done, or is gone. */
const untilClosed = (transport: { onclose?: (() => void) | undefined }): Promise<void> =>
  new Promise((resolve) => {
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
