// Texts that others wrote, as a terminal may be given them: anybody can have a line written to an access log, or order
// under any name, and what is in it must neither steer the terminal nor look like a line of ours.

/** Signs that steer: those of C0 and C1, and those that turn the direction of what stands around them. */
const STEERING = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

export const printable = (text: string): string => text.replace(STEERING, '\ufffd');

/** The same of what is in lines already. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

/** The same of every text in what is data all through. */
export const printableAll = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data), (_, value) => (typeof value === 'string' ? printable(value) : value));
