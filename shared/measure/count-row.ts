// What access logs are added up to, by the reader of the command line or by a database: a row for each day, experience,
// round, arm, goal and symbol, however many visitors there are.

/** The answer of the count query, by the names of its columns. */
export interface CountRow {
  /** in UTC */
  day: string;
  /** experience, round, arm */
  e: string;
  o: number;
  a: string;
  /** goal; empty where visitors were counted */
  g: string;
  /** which group it was shown to, as far as that is said; else empty */
  s: string;
  /** the first of its goal for this visitor */
  isFirst: boolean;
  pings: number;
  /** sums of what the visitors' totals and their squares grew by */
  value: number;
  squares: number;
}
