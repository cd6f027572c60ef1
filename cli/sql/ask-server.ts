// One question to a ClickHouse server over plain HTTP. What is no whole answer throws: a smaller number would be believed.
import { readTable } from './count-by.ts';

/** Its words may be long: the query stands in them. */
const MOST_WORDS = 600;

/** The address without what signs in, as it may be told. */
export function nameServer(server: URL): string {
  const told = new URL(server);
  told.username = '';
  told.password = '';
  told.search = '';
  return told.href;
}

function headersOf({ username, password }: URL): Record<string, string> {
  if (!username && !password) return {};
  const [name, word] = [username, password].map(decodeURIComponent);
  return { authorization: `Basic ${Buffer.from(`${name}:${word}`).toString('base64')}` };
}

/**
 * @returns the rows of the answer
 * @throws Error in words: the server's own where it has some
 */
export async function askServer(server: URL, sql: string): Promise<unknown[][]> {
  const name = nameServer(server);
  const address = new URL(server);
  address.username = '';
  address.password = '';
  // an answer that fails half way is an error from its first byte on, and so is one without a shard
  address.searchParams.set('wait_end_of_query', '1');
  address.searchParams.set('skip_unavailable_shards', '0');
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: headersOf(server),
      body: `${sql}\nFORMAT JSONCompact`,
      redirect: 'error',
    });
    text = await answer.text();
  } catch (error) {
    const { cause, message } = error as Error;
    const { code } = (cause ?? {}) as NodeJS.ErrnoException;
    throw new Error(
      `${name} does not answer (${code ?? message}). Check the address, and that it listens there.`,
    );
  }
  const words = text.trim().slice(0, MOST_WORDS);
  if (!answer.ok) throw new Error(`${name} answers ${answer.status}: ${words || 'nothing'}`);
  const rows = readTable(text);
  if (!rows) throw new Error(`${name} answers what is no table of ClickHouse's: ${words || 'nothing'}`);
  return rows;
}
