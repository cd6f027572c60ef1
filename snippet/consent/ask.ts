// Finds the function of a consent tool, in this window or, for a tag in a frame, in one around it; and asks it anew when
// it is another one: a stub gives way to the tool, or one tool to the next.

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
      if ((around as unknown as Record<string, unknown>)[`${tool}Locator`]) return around;
    } catch {
      // of another origin, and without such a frame
    }
  }
  return undefined;
}

/** The tool's function, or a window around this one that holds it. */
function find(tool: Tool): ((...given: unknown[]) => void) | Window | undefined {
  try {
    const here = (window as unknown as Record<string, unknown>)[tool];
    return typeof here === 'function' ? (here as (...given: unknown[]) => void) : findAround(tool);
  } catch {
    // a getter of the page's that throws: whatever it hides may be there at the next look
    return undefined;
  }
}

/**
 * @param listen adds a listener for messages to this window
 * @param createHear called for each function that is found, once
 * @returns what looks; cheap, to be called often
 */
export function createAsk(
  tool: Tool,
  listen: (fn: (event: MessageEvent) => void) => void,
  createHear: () => Hear,
): () => void {
  let met: unknown;
  return () => {
    const found = find(tool);
    if (!found || found === met) return;
    met = found;
    const hear = createHear();
    const isGpp = tool === '__gpp';
    const callId = `selvedge${tool}`;
    if (typeof found !== 'function')
      listen(({ source, data }) => {
        const answer = source === found && data?.[`${tool}Return`];
        if (answer?.callId === callId) hear(answer.returnValue, answer.success);
      });
    for (const command of isGpp ? ['addEventListener', 'ping'] : ['addEventListener'])
      if (typeof found !== 'function')
        found.postMessage({ [`${tool}Call`]: { command, version: 2, callId } }, '*');
      else if (isGpp) found(command, hear);
      else found(command, 2, hear);
  };
}
