// Whether the extension previews in this tab: it shows the page itself, the tag neither applies nor records.

/** Set by the extension before the page's scripts run. */
export function isPreviewed(): boolean {
  try {
    return !!sessionStorage.getItem('selvedge:preview');
  } catch {
    return false;
  }
}
