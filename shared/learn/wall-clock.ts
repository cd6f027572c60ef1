// What a clock on the wall shows in a time zone, quickly: the distance to UTC is asked for once an hour.

const HOUR_MS = 36e5;

/** @throws RangeError where there is no such zone */
export function createWallClock(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (instant) => {
    // zones change their clocks on the quarter of an hour at the earliest
    const quarter = Math.floor(instant / (HOUR_MS / 4));
    let offset = known.get(quarter);
    if (offset === undefined) {
      const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
      offset = sign ? (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 6e4) : 0;
      known.set(quarter, offset);
    }
    return instant + offset;
  };
}
