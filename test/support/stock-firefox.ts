// Lets Playwright drive a stock Firefox.
//
// Playwright 1.65 sends `emulation.setMediaFeaturesOverride` over WebDriver BiDi when it opens a context;
// Firefox ESR 153 does not know it and the context fails. Here it is answered without reaching Firefox, so
// emulated media (colour scheme, reduced motion) have no effect there. Reaches into Playwright's internals:
// that is why package.json pins Playwright exactly.

import { firefox } from '@playwright/test';

interface Message {
  id: number;
  method: string;
}

interface Transport {
  send(message: Message): void;
  onmessage?(message: object): void;
}

interface BidiBrowserType {
  connectToTransport(transport: Transport, options: unknown): Promise<unknown>;
}

/** Playwright's implementation object behind one of its API objects (they live in the same process). */
export function getInternals(object: unknown): any {
  return (object as any)._connection.toImpl(object);
}

let isReady = false;

/** Call before a Firefox starts; more than once does no harm. */
export function readyStockFirefox(): void {
  if (isReady) return;
  isReady = true;
  const type: BidiBrowserType = getInternals(firefox)._bidiFirefox;
  const connect = type.connectToTransport.bind(type);
  type.connectToTransport = (transport, options) => {
    const send = transport.send.bind(transport);
    transport.send = (message) => {
      if (message.method !== 'emulation.setMediaFeaturesOverride') return send(message);
      queueMicrotask(() => transport.onmessage?.({ type: 'success', id: message.id, result: {} }));
    };
    return connect(transport, options);
  };
}
