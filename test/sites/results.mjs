// What the walks through whole sites found, from run to run: a run of some hosts leaves what was found of the others, and a
// host that cannot be had today keeps what was found where it could. Each row says how it was walked: the table's caption
// is made of that.

/**
 * @param before by host, as results.json holds it
 * @param found of this run
 * @param order the names of all hosts: what is not among them is gone
 */
export function mergeResults(before, found, order) {
  const merged = {};
  for (const name of order) {
    const [old, now] = [before[name], found[name]];
    const row = now?.skipped && old?.columns ? old : (now ?? old);
    if (row) merged[name] = row;
  }
  return merged;
}

const sayWalked = ({ form, browser, date }) =>
  `walked with the tag (${form === 'two' ? 'in two files' : 'in one file'}) and without it in ${browser}, ${date}`;

/** How most were walked, and which were walked otherwise. */
function makeCaption(rows) {
  const ways = new Map();
  for (const { title, walked } of rows) {
    if (!walked) continue;
    const way = sayWalked(walked);
    ways.set(way, [...(ways.get(way) ?? []), title.replace(/,.*/, '')]);
  }
  const [most, ...others] = [...ways].sort(([, one], [, other]) => other.length - one.length);
  if (!most) return 'None was walked.';
  return `${[`Each ${most[0]}`, ...others.map(([way, titles]) => `${titles.join(', ')} ${way}`)].join('; ')}.`;
}

/** The table of hosts, as Markdown. @param columns their headings, by name */
export function makeTable(hosts, columns) {
  const names = Object.keys(columns);
  const rows = Object.values(hosts);
  const lines = rows.map(({ title, columns: found }) =>
    found
      ? `| ${title} | ${names.map((name) => (found[name] === 'ok' ? 'ok' : '**no**')).join(' | ')} |`
      : `| ${title} | not tried here |${' |'.repeat(names.length - 1)}`,
  );
  return [
    `| host (production build) | ${Object.values(columns).join(' | ')} |`,
    `| --- |${' --- |'.repeat(names.length)}`,
    ...lines,
    '',
    makeCaption(rows),
  ].join('\n');
}
