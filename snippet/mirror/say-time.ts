// When something was, the same everywhere in the view: the day in words, as the engine's reasons have it.

export const sayDay = (at: number, locale: string): string =>
  new Date(at).toLocaleDateString(locale, { dateStyle: 'full' });

export const sayTime = (at: number, locale: string): string =>
  new Date(at).toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });
