// Shares and chances as authors write them: 20 for the 0.2 of the config.

/** Without what binary fractions add: 0.07 is 7. */
const round = (number: number): number => Number(number.toPrecision(12));

export const toPerCent = (share: number): number => round(share * 100);
export const fromPerCent = (perCent: number): number => round(perCent / 100);
