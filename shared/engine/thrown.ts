// What was thrown, as an error: anything can be thrown, and an error of another realm is no `Error` of this one.

export interface Thrown {
  /** "QuotaExceededError"; see https://webidl.spec.whatwg.org/#idl-DOMException-error-names */
  name?: unknown;
  message?: unknown;
}

/** @returns nothing of what is no object */
export const readThrown = (error: unknown): Thrown => Object(error);
