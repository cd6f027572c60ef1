// One line for the access log of the site itself: no cookie, no body, no referrer, and nobody waits for an answer.

/** As the page had it when the tag came. */
const { fetch: ask } = window;

/** For this line alone, so that log files that overlap can be joined: 12 of 0–9 and a–z. */
function drawName(): string {
  let name = '';
  for (const draw of crypto.getRandomValues(new Uint32Array(12))) name += (draw % 36).toString(36);
  return name;
}

/** @param line from its path on. One that would lead to another host, as a config may say, the browser asks for nowhere */
export async function sendLine(line: string): Promise<void> {
  try {
    await ask(`${location.origin}${line}&r=${drawName()}`, {
      mode: 'same-origin',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    });
  } catch {
    // what is lost is lost: twice would be worse
  }
}
