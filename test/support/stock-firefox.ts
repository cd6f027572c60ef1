// Lets Playwright drive a stock Firefox.
//
// Playwright 1.65 speaks a newer WebDriver BiDi than Firefox ESR: it sends commands at the start that the
// browser does not know, and gives up. Here "unknown command" is answered as success for those that tests can
// do without: `emulation.*` (so emulated media has no effect there), and before ESR 153 also
// `network.addDataCollector` (response bodies cannot be read) and `browser.setDownloadBehavior`.
//
// It also keeps the connection awake, see `answerAtOnce`. Both reach into Playwright's internals: that is why
// package.json pins Playwright exactly.

import { firefox } from '@playwright/test';

interface Message {
  id: number;
  method?: string;
  type?: string;
  error?: string;
}

/** Of `ws`, which Playwright's transport is made of. */
interface WebSocketOfNode {
  _socket: { on(event: 'data', listener: () => void): void };
  pong(): void;
}

interface Transport {
  _ws: WebSocketOfNode;
  send(message: Message): void;
  onmessage?: ((message: Message & { result?: object }) => void) | undefined;
}

interface BidiBrowserType {
  connectToTransport(transport: Transport, options: unknown): Promise<unknown>;
}

/**
 * Playwright's implementation object behind one of its API objects (they live in the same process). The caller says
 * what of it is used: nothing but the pinned version holds it to that.
 */
export function getInternals<Shape>(object: unknown): Shape {
  return (object as { _connection: { toImpl(object: unknown): Shape } })._connection.toImpl(object);
}

/**
 * Firefox writes its messages with Nagle's algorithm on: a second one waits until the first is acknowledged, and a
 * kernel that has nothing to send acknowledges after 40 ms (RFC 1122, 4.2.3.2). A simple test waited so 14 times, for
 * half a second. A pong that nobody asked for (RFC 6455, 5.5.3) carries the acknowledgement at once.
 */
function answerAtOnce({ _ws: socket }: Transport): void {
  socket._socket.on('data', () => socket.pong());
}

let isReady = false;

/** Call before a Firefox starts; more than once does no harm. */
export function readyStockFirefox(): void {
  if (isReady) return;
  isReady = true;
  const type = getInternals<{ _bidiFirefox: BidiBrowserType }>(firefox)._bidiFirefox;
  const connect = type.connectToTransport.bind(type);
  type.connectToTransport = (transport, options) => {
    answerAtOnce(transport);
    const dispensable = new Set<number>();
    const send = transport.send.bind(transport);
    transport.send = (message) => {
      if (
        /^emulation\.|^network\.addDataCollector$|^browser\.setDownloadBehavior$/.test(message.method ?? '')
      )
        dispensable.add(message.id);
      send(message);
    };
    // Playwright sets its listener later: put ours between
    let listener = transport.onmessage;
    Object.defineProperty(transport, 'onmessage', {
      get: () => listener,
      set(next: Transport['onmessage']) {
        listener =
          next &&
          ((message) => {
            const isUnknown = dispensable.delete(message.id) && message.error === 'unknown command';
            next(isUnknown ? { type: 'success', id: message.id, result: {} } : message);
          });
      },
    });
    return connect(transport, options);
  };
}
