// Lines of an access log as nginx and Apache write them ("combined").

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @param {number} number */
const two = (number) => String(number).padStart(2, '0');

/** In UTC. @param {number} at ms since epoch */
function writeTime(at) {
  const date = new Date(at);
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${date.toISOString().slice(11, 19)} +0000`;
}

/** Nothing in quotes ends them. @param {string | undefined} text */
const quote = (text = '-') => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** @param {import('./access-log.d.mts').Answered} answered */
export function writeLine({ at, from = '127.0.0.1', method = 'GET', url, status, bytes, referrer, agent }) {
  const request = quote(`${method} ${url} HTTP/1.1`);
  return `${from} - - [${writeTime(at)}] ${request} ${status} ${bytes} ${quote(referrer)} ${quote(agent)}`;
}
