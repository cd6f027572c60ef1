// Whether this page is a frame within a page of this site that has the tag itself (a size guide, an embedded form).
//
// What is seen there belongs to the page around it: it is no page view and no reading time of its own. What the frame
// tells (its data layer, `track`, captures) counts as ever. Within another site's page a page is a page like any other.

export function isFramed(): boolean {
  try {
    const { selvedge }: { selvedge?: { version?: unknown } } = Object(parent);
    return parent !== window && !!selvedge?.version;
  } catch {
    return false;
  }
}
