// The path of this page in one of the ways in which it may be remembered (keep-ways.ts).

import type { KeepWay } from './keep-ways.ts';

/** Below these every segment may be a secret or a name. */
const PERSONAL =
  /reset|invit|verif|confirm|magic|callback|token|password|activat|unsubscribe|user|member|customer|profile|^u$/i;
/** Below these what no word looks like may be. */
const OWN = /log-?in|sign-?in|auth|session|register|account|mail|invit|join|activat/i;
const CODE = /[\dA-Z]|[a-z]{20}/;

/** @param isPlain the config says that the segments of this page's path are things */
export function keepPath(path: string, isPlain: boolean, keep: KeepWay): string {
  let isBelow = false;
  let isOwn = false;
  return path
    .split('/')
    .map((part) => {
      const isDoubted = !isPlain && part !== '' && (isBelow || (isOwn && CODE.test(part)));
      isBelow ||= PERSONAL.test(part);
      isOwn ||= OWN.test(part);
      return keep(part, '[removed]', isDoubted);
    })
    .join('/');
}
