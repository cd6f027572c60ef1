// What rows say of an item is told where most of them say the same: what differs from row to row is something else, and may
// be of who came. Of each item some texts are counted, not all: of millions of rows each may say another.

/** So many texts of an item are counted at a time. */
const COUNTED = 8;
/** What so many different people's rows say is no one's own, however many more there are. */
export const ENOUGH_PEOPLE = 3;

interface Counted {
  text: string;
  /** so many rows at most said it: a text that comes anew takes over what the one had that it drives out */
  most: number;
  /** so many surely did */
  rows: number;
  /** the first different ones whose rows they are */
  people: number[];
}

export function createVotes() {
  const rows: number[] = [];
  const texts: Counted[][] = [];

  /** The text that had least makes room: what most rows say stays, however many others there are. */
  function make(own: Counted[], text: string): Counted {
    if (own.length < COUNTED) {
      const made = { text, most: 0, rows: 0, people: [] };
      own.push(made);
      return made;
    }
    const least = own.reduce((one, other) => (other.most < one.most ? other : one));
    least.text = text;
    least.rows = 0;
    least.people.length = 0;
    return least;
  }

  return {
    add(item: number, text: string, person: number): void {
      rows[item] = (rows[item] ?? 0) + 1;
      texts[item] ??= [];
      const own = texts[item];
      const counted = own.find((one) => one.text === text) ?? make(own, text);
      counted.most++;
      counted.rows++;
      const { people } = counted;
      if (people.length < ENOUGH_PEOPLE && !people.includes(person)) people.push(person);
    },
    /** One more than the number of the last item. */
    count: (): number => texts.length,
    /** @returns what more than half of the rows say, and the rows of so many different people */
    read(item: number, people: number): string | undefined {
      const said = texts[item]?.find((one) => 2 * one.rows > (rows[item] ?? 0));
      return said && said.people.length >= Math.min(people, ENOUGH_PEOPLE) ? said.text : undefined;
    },
  };
}
