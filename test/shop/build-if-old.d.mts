// Types of build-if-old.mjs, which is plain JavaScript so that it runs before anything is built.

/** Whether dist/ is missing, or older than what it is made of. */
export function isOld(root: string): boolean;

export function buildIfOld(root: string): void;
