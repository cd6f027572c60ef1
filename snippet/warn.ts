// Says what is wrong once per code and place, in the console and as `selvedge:warning`.
//
// One fault can have thousands of places: of each code only so many are said, and what is quoted is cut.

import type { ProblemCode } from '../shared/dom/page-problem.ts';
import { quiet, warnConsole } from './native.ts';

/** What each means, and what to do about it, stands in docs/API.md, "Warnings". */
export type WarningCode =
  | ProblemCode
  | 'call'
  | 'config'
  | 'measure'
  | 'memory'
  | 'page'
  | 'pages'
  | 'panel'
  | 'personal'
  | 'preview'
  | 'rule'
  | 'show'
  | 'storage'
  | 'tell'
  | 'twice';

export interface Warning {
  code: WarningCode;
  message: string;
  path?: string;
  experience?: string;
  /** Index of the change in its variant. */
  change?: number;
}
export type Warn = (warning: Warning) => void;

/** Of one code, a page. */
const MOST = 20;
/** Characters of one quoted value, and of a path; of a message. */
const LONGEST = 80;
const LONG = 400;

const cut = (text: string, most = LONGEST): string => (text.length > most ? `${text.slice(0, most)}…` : text);

export function createWarn(emit: (type: 'warning', detail: Warning) => void): Warn {
  const said = new Set<string>();
  const counts = new Map<string, number>();
  return quiet((warning: Warning) => {
    const { code, path, experience, change } = warning;
    const place = [code, path, experience, change].join();
    const count = counts.get(code) ?? 0;
    if (count > MOST || said.has(place)) return;
    said.add(place);
    counts.set(code, count + 1);
    const short: Warning =
      count === MOST
        ? { code, message: `and more of this kind ("${code}")` }
        : {
            ...warning,
            message: cut(
              warning.message.replace(/"[^"]{80,}"/g, (quoted) => `"${cut(quoted.slice(1, -1))}"`),
              LONG,
            ),
            ...(path !== undefined && { path: cut(path) }),
          };
    const where = short.path || short.experience ? `${short.path ?? cut(`${short.experience}`)}: ` : '';
    warnConsole(`[selvedge] ${where}${short.message}`);
    emit('warning', short);
  });
}
