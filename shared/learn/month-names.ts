// Months as people call them: whole names and short ones, in the languages that shops write most of their exports in. No
// name of one month is that of another in any of these.

const LANGUAGES = ['en-US', 'en-GB', 'de', 'de-AT', 'fr', 'es', 'it', 'nl', 'pt'];

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const MONTHS = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i): [name: string, month: number] => [
        plain(format.format(Date.UTC(2026, i, 15))),
        i + 1,
      ]);
    }),
  ),
);

/** @returns 1 to 12; undefined where that is no month */
export const monthOf = (name: string): number | undefined => MONTHS.get(plain(name));
