// Whether somebody has touched a page of this site in this tab, as far as the browser knows; some do not tell.

export const readActive = (): boolean | undefined =>
  (navigator as { userActivation?: UserActivation }).userActivation?.hasBeenActive;
