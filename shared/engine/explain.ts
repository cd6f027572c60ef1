// The reasons of an answer, in plain words with the numbers behind them.
import { type Finding, find, type Truth, type View } from './decide.ts';
import { sayFinding } from './words.ts';

export interface Reason {
  kind: string;
  value: Truth;
  /** ms since epoch; null = never without a new event */
  until: number | null;
  text: string;
  of?: Reason[];
}

const reasonOf = (finding: Finding): Reason => {
  const { condition, value, of } = finding;
  const until = finding.until();
  return {
    kind: condition.kind,
    value,
    until: until < Infinity ? until : null,
    text: sayFinding(finding, until),
    ...(of && { of: of.map(reasonOf) }),
  };
};

/** Why a visitor is in a segment or not. @throws RangeError on an unknown id, naming the known ones */
export function explain(id: string, view: View): Reason & { id: string } {
  return { id, ...reasonOf(find({ kind: 'segment', id }, view)) };
}
