// Shows on the page what a change is about, for as long as the pointer is over its entry.

import { useEffect, useRef } from 'preact/hooks';
import type { Change } from '../../../shared/schema/change.ts';
import { findTarget } from '../../wire/find-target.ts';
import { point } from './on-page.ts';

export function useLook(change: Change): (on: boolean) => void {
  const isShown = useRef(false);
  // no pointer leaves what is gone: an undo takes it away under it
  useEffect(() => () => void (isShown.current && point(undefined)), []);
  return (on) => {
    const target = findTarget(change);
    if (!target) return;
    isShown.current = on;
    void point(on ? target : undefined);
  };
}
