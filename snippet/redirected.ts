/** In sessionStorage: which redirects this tab has followed (apply/redirect.ts). It goes when all else is erased. */
export const REDIRECTED = 'selvedge:redirected';
