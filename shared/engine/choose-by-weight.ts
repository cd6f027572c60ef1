// Which of several a place on the line from 0 to 1 falls on, each as long as its weight.

/** @param at a share in [0, 1) @returns undefined where nothing weighs anything */
export function chooseByWeight<Of extends { weight?: number | undefined }>(
  all: readonly Of[],
  at: number,
): Of | undefined {
  let sum = 0;
  for (const { weight = 1 } of all) sum += weight;
  let rest = at * sum;
  return all.find(({ weight = 1 }) => {
    rest -= weight;
    return rest < 0;
  });
}
