// Whether somebody has touched this page, or a frame in it, since it was loaded. That proves nothing; but where nobody
// has, no answer can be new, and whoever brings one repeats it.

/** Browsers that cannot tell (Firefox before 120) count as untouched: there a denial is taken back in the mirror alone. */
export const hasActed = (): boolean =>
  !!(navigator as { userActivation?: { hasBeenActive: boolean } }).userActivation?.hasBeenActive;
