// What `fn` answers, or `otherwise` where it throws: a page may have broken what that takes. It is said in the console, and
// is never the page's problem.

export const warn = (message: unknown): void => {
  try {
    console.warn('[selvedge]', message);
  } catch {
    // a page's own console
  }
};

export function attempt<T>(fn: () => T, otherwise: T): T {
  try {
    return fn();
  } catch (error) {
    warn(error);
    return otherwise;
  }
}
