// What `--into` changed in a config, a line for each field, in words: JSON on a line says nothing to whom it is for.
import { times } from '../../shared/learn/times.ts';
import type { Config } from '../../shared/schema/config.ts';

type Fields = Partial<Config>;

/** `was` and `is` in a field's own words, '' where there was none. */
const become = (is: string, was: string): string => (was === '' || was === is ? is : `${is}; before ${was}`);

/** Entries of a list by id: those that are new, and those that were there under it. */
function sayList(is: readonly { id: string }[], was: readonly { id: string }[]): string[] {
  const before = new Map(was.map((one) => [one.id, JSON.stringify(one)]));
  const added = is.filter(({ id }) => !before.has(id));
  const anew = is.filter((one) => before.has(one.id) && before.get(one.id) !== JSON.stringify(one));
  return [
    ...(added[0] ? [`${added.map(({ id }) => id).join(', ')} added`] : []),
    ...(anew[0] ? [`${anew.map(({ id }) => id).join(', ')} made anew`] : []),
  ];
}

function sayLearned({ learned }: Fields): string {
  if (!learned) return '';
  const { from, until, buyers, visits } = learned;
  const of = [
    ...(buyers === undefined ? [] : [times(buyers, 'buyer', 'buyers')]),
    ...(visits === undefined ? [] : [times(visits, 'visit', 'visits')]),
  ];
  return `from days ${from} to ${until}${of[0] ? `, of ${of.join(' and ')}` : ''}`;
}

const sayRfm = ({ rfm }: Fields): string =>
  rfm
    ? `recency ${rfm.recency.join(', ')}, frequency ${rfm.frequency.join(', ')}, monetary ${rfm.monetary.join(', ')}`
    : '';

function sayValue({ value }: Fields): string {
  if (!value) return '';
  const { purchases, spend } = value;
  return `order days by ${purchases.join(', ')}${spend ? `, money by ${spend.join(', ')}` : ', no money'}`;
}

const sayItems = ({ items }: Fields): string =>
  items ? (items.file ?? 'known from their pages, without a file') : '';

function sayPersonas({ personas }: Fields, { personas: before }: Fields): string {
  const groups = times(personas?.groups.length ?? 0, 'group', 'groups');
  if (!before) return `${groups}, which the condition persona asks for`;
  return `${groups} made anew, ${before.groups.length} before`;
}

/** The condition asks for a group, and the segment of its id is a rule to read that holds about the same buyers. */
const saySegments = (is: Fields, was: Fields): string[] =>
  sayList(is.segments ?? [], was.segments ?? []).map(
    (said) => `${said}: rules that hold about the same buyers as the groups of these ids`,
  );

/** In the order in which they are said. */
const SAYS: Record<string, (is: Fields, was: Fields) => string[]> = {
  revision: (is, was) => [`${was.revision} becomes ${is.revision}`],
  learned: (is, was) => [become(sayLearned(is), sayLearned(was))],
  rfm: (is, was) => [become(sayRfm(is), sayRfm(was))],
  personas: (is, was) => [sayPersonas(is, was)],
  segments: saySegments,
  value: (is, was) => [become(sayValue(is), sayValue(was))],
  models: (is, was) => sayList(is.models ?? [], was.models ?? []),
  items: (is, was) => [become(sayItems(is), sayItems(was))],
};

/** @returns a line for each field that is another now */
export const sayChanges = (was: Fields, is: Fields): string[] =>
  Object.entries(SAYS).flatMap(([field, say]) => {
    const [before, after] = [was, is].map((config) =>
      JSON.stringify((config as Record<string, unknown>)[field]),
    );
    return before === after ? [] : say(is, was).map((said) => `${field}: ${said}`);
  });
