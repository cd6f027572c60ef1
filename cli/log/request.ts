// What a line of a log says of a request to the ping path, whatever its format.

export interface PingRequest {
  /** ms since epoch */
  at: number;
  /** what stands behind the `?` */
  query: string;
  /** how often the log has it encoded */
  timesEncoded: number;
  /** what the browser says that it is, where that is logged */
  agent: string;
}

/** `elsewhere`: the line is of another request, which only names the path; `unreadable`: nobody can tell. */
export type LineSays = PingRequest | 'elsewhere' | 'unreadable';

/** The address of a request line, with its method and protocol or without. */
const ADDRESS = /^(?:[A-Z]+ )?(?:(?:https?|wss?):\/\/[^/?#\s]*)?(\/[^\s#]*)/i;

/** @returns what stands behind the `?`, or undefined for another path */
export function findQuery(address: string, path: string): string | undefined {
  const [, own] = ADDRESS.exec(address) ?? [];
  return own?.startsWith(`${path}?`) ? own.slice(path.length + 1) : undefined;
}
