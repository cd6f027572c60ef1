// What a change could not do on a page, as it is told to whoever asked for the change.

/** What each means, and what to do about it, stands in docs/API.md, "Warnings". */
export type ProblemCode = 'selector' | 'target' | 'value' | 'collision' | 'fight' | 'failed';

export interface Problem {
  code: ProblemCode;
  message: string;
  experience: string;
  /** Index of the change in its variant. */
  change?: number;
}
