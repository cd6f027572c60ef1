/** Where who orders more often spends otherwise, what an order is worth cannot be told from how many there are. */
export const MOST_CORRELATION = 0.3;
