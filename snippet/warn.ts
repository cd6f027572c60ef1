// Says what is wrong once per code and place, in the console and as `selvedge:warning`.

import { warnConsole } from './native.ts';

export interface Warning {
  code: string;
  message: string;
  path?: string;
  experience?: string;
  /** Index of the change in its variant. */
  change?: number;
}
export type Warn = (warning: Warning) => void;

export function createWarn(emit: (type: 'warning', detail: Warning) => void): Warn {
  const said = new Set<string>();
  return (warning) => {
    const { code, message, path, experience, change } = warning;
    const place = [code, path, experience, change].join();
    if (said.has(place)) return;
    said.add(place);
    warnConsole(`[selvedge] ${path || experience ? `${path ?? experience}: ` : ''}${message}`);
    emit('warning', warning);
  };
}
