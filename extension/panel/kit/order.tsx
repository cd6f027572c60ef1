// The two buttons that put an item of a list one place earlier or later; the keyboard stays with what it moved.

import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';

interface OrderProps {
  name: string;
  at: number;
  count: number;
  /** Pressed again before the first is stored, it moves on: told are steps, not places. */
  move(by: 1 | -1): void;
}

export function Order({ name, at, count, move }: OrderProps) {
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef<1 | -1>();
  const go = (by: 1 | -1) => () => {
    pressed.current = by;
    move(by);
  };
  // what moves in the page loses the focus; at the end of the list the other button leads back
  useEffect(() => {
    if (!pressed.current) return;
    const [wanted, other] = pressed.current === 1 ? [down, up] : [up, down];
    pressed.current = undefined;
    (wanted.current?.disabled ? other : wanted).current?.focus();
  }, [at]);
  return (
    <span class="make-order">
      <button
        class="icon-button"
        type="button"
        ref={up}
        aria-label={t`Move ${name} up`}
        disabled={at === 0}
        onClick={go(-1)}
      >
        <ArrowUp size={14} aria-hidden="true" />
      </button>
      <button
        class="icon-button"
        type="button"
        ref={down}
        aria-label={t`Move ${name} down`}
        disabled={at === count - 1}
        onClick={go(1)}
      >
        <ArrowDown size={14} aria-hidden="true" />
      </button>
    </span>
  );
}
