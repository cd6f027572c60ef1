// What rows say of an item is told where most of them say the same: what differs from row to row is something else, and may
// be of who came. Of each item some texts are counted, not all: of millions of rows each may say another.

/** So many texts of an item are counted at a time. */
const COUNTED = 8;

interface Counted {
  text: string;
  /** so many rows at most said it: a text that comes anew takes over what the one had that it drives out */
  most: number;
  /** so many surely did */
  rows: number;
}

export function createVotes() {
  const rows: number[] = [];
  const texts: Counted[][] = [];

  /** The text that had least makes room: what most rows say stays, however many others there are. */
  function make(own: Counted[], text: string): Counted {
    if (own.length < COUNTED) {
      const made = { text, most: 0, rows: 0 };
      own.push(made);
      return made;
    }
    const least = own.reduce((one, other) => (other.most < one.most ? other : one));
    return Object.assign(least, { text, rows: 0 });
  }

  return {
    add(item: number, text: string): void {
      rows[item] = (rows[item] ?? 0) + 1;
      texts[item] ??= [];
      const own = texts[item];
      const counted = own.find((one) => one.text === text) ?? make(own, text);
      counted.most++;
      counted.rows++;
    },
    /** @returns what more than half of the rows say */
    read: (item: number): string | undefined =>
      texts[item]?.find((one) => 2 * one.rows > (rows[item] ?? 0))?.text,
  };
}
