// A term of a model in words for owners and marketers.

import type { Term } from './term.ts';

/** Of a figure and of a condition, as far as terms have them. */
interface Said {
  kind?: string;
  event?: string;
  topic?: string;
  of?: string;
  during?: string;
  where?: Record<string, unknown>;
  rank?: number;
  is?: { $lt?: string };
}

const whereOf = ({ where = {} }: Said): string => {
  const tests = Object.entries(where).map(
    ([prop, test]) => `${prop} ${typeof test === 'object' ? JSON.stringify(test) : test}`,
  );
  return tests.length ? ` (${tests.join(', ')})` : '';
};

export function sayTerm(term: Term): string {
  const said: Said = Object('when' in term ? term.when : term.of);
  const { kind, event = '', topic = '', of = '', during, is } = said;
  const when = during ? ' in this visit' : '';
  switch (kind) {
    case 'since':
      return `${event} in the last ${is?.$lt}`;
    case 'away':
      return `back within ${is?.$lt}`;
    case 'interest':
      return said.rank ? `${topic} is the strongest interest` : `half of all interest is ${topic}`;
    case 'distinct':
      return `how many different ${of}${when}`;
    case 'days':
      return `on how many days ${event}`;
    case 'sum':
      return `${of} of ${event}${when}, added up`;
    default:
      return 'when' in term ? `${event}${whereOf(said)}${when}` : `how many ${event}${whereOf(said)}${when}`;
  }
}
