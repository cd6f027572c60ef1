// A query in stages, each of which has columns that build on those of the one before. (In one stage an alias that names
// another is worked out anew wherever it stands, and the query grows without bounds.)

/** The expression of each column, by its name. */
export type Stage = Record<string, string>;

/** @param from the query of the first stage */
export const joinStages = (from: string, stages: readonly Stage[]): string =>
  stages.reduce((inner, stage) => {
    const columns = Object.entries(stage).map(([name, value]) => `${value} AS ${name}`);
    return `SELECT *,\n  ${columns.join(',\n  ')}\nFROM (${inner})`;
  }, from);
