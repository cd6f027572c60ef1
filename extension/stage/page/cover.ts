// Keeps a page unpainted while the stage learns what is previewed: a few milliseconds of blank instead of a flash
// of the original. Only in a tab that previews, and never longer than PATIENCE.

const PATIENCE_MS = 1000;

/** @returns lets the page be painted; more than once does no harm */
export function cover(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html{opacity:0!important;transition:none!important}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const reveal = () => {
    clearTimeout(timer);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  const timer = setTimeout(reveal, PATIENCE_MS);
  return reveal;
}
