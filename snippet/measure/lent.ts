// What counting needs of the tag: it is cut out where a config does not count, so it is built by itself and is lent what
// the tag has anyway, in the order of the imports. The build reads them (build-measuring.mjs): each in one line.

import { openDB } from 'idb';
import { chooseByWeight } from '../../shared/engine/choose-by-weight.ts';
import { isEvent } from '../../shared/engine/event.ts';
import { groupsOf } from '../../shared/engine/groups-of.ts';
import { place } from '../../shared/engine/place.ts';
import { ms } from '../../shared/grammar/duration.ts';
import { reach } from '../decide/reach.ts';
import { whenCalm } from '../idle.ts';
import { listen, now, setTimer, warnConsole } from '../native.ts';
import { readOnFile } from '../remember/snapshot.ts';

export const lent = [
  openDB,
  chooseByWeight,
  isEvent,
  groupsOf,
  place,
  ms,
  reach,
  whenCalm,
  listen,
  now,
  setTimer,
  warnConsole,
  readOnFile,
] as const;
