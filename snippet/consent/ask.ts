// Finds the function of a consent tool, in this window or, for a tag in a frame, in one around it; and asks it anew when
// it is another one: a stub gives way to the tool, or one tool to the next.

import { readFrom, warnConsole } from '../native.ts';

/** What hears the tool: at once, later, often or never. */
export type Hear = (data: unknown, ok: unknown) => void;
type Tool = '__tcfapi' | '__gpp';

/**
 * A window around this one that says it holds the tool, by a frame of that name; it is asked by messages.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md#using-postmessage
 */
function findAround(tool: Tool): Window | undefined {
  let around: Window = window;
  while (around !== around.parent) {
    around = around.parent;
    try {
      if (readFrom(around, `${tool}Locator`)) return around;
    } catch {
      // of another origin, and without such a frame
    }
  }
  return undefined;
}

/** A tool may throw so often before it is left alone. */
const MOST = 10;

/** The tool's function, or a window around this one that holds it. */
function find(tool: Tool): ((...given: unknown[]) => void) | Window | undefined {
  const here: unknown = readFrom(window, tool);
  return typeof here === 'function' ? (here as (...given: unknown[]) => void) : findAround(tool);
}

/**
 * One that throws is asked again at the next look, until it takes the question or has answered; that is said once. It
 * may have taken the question all the same, so a few times have to do.
 *
 * @param listen adds a listener for messages to this window
 * @param createHear called for each function that is found, once
 * @returns what looks; cheap, to be called often, and throws nothing
 */
export function createAsk(
  tool: Tool,
  listen: (fn: (event: MessageEvent) => void) => void,
  createHear: () => Hear,
): () => void {
  const isGpp = tool === '__gpp';
  const callId = `selvedge${tool}`;
  let met: unknown;
  let hear: Hear = () => {};
  /** What it has not been asked yet. */
  let commands: string[] = [];
  let hasAnswered = false;
  let failures = 0;
  let isSaid = false;
  const look = () => {
    const found = find(tool);
    if (!found) return;
    if (found !== met) {
      met = found;
      hasAnswered = false;
      failures = 0;
      commands = isGpp ? ['addEventListener', 'ping'] : ['addEventListener'];
      const told = createHear();
      const answered: Hear = (data, ok) => {
        hasAnswered ||= found === met;
        told(data, ok);
      };
      hear = answered;
      if (typeof found !== 'function')
        listen(({ source, data }) => {
          const answer = source === found && data?.[`${tool}Return`];
          if (answer?.callId === callId) answered(answer.returnValue, answer.success);
        });
    }
    for (; commands[0]; commands.shift()) {
      const [command] = commands;
      if (typeof found !== 'function')
        found.postMessage({ [`${tool}Call`]: { command, version: 2, callId } }, '*');
      else if (isGpp) found(command, hear);
      else found(command, 2, hear);
    }
  };
  return () => {
    try {
      look();
    } catch (error) {
      // a tool that is not ready, or a getter of the page's: whatever it hides may be there at the next look
      if (hasAnswered || ++failures > MOST) commands = [];
      if (!isSaid) warnConsole('[selvedge]', error);
      isSaid = true;
    }
  };
}
