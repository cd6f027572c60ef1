// What one answer about a history tells at most, and all answers of one browser together, where a config says neither.

export const EPSILON = 2;
export const BUDGET = 8;
