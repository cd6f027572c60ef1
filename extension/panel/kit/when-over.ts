// Undoes, when the panel is closed or a test is over, what a store has started.

export function whenOver(signal: AbortSignal, ...undos: (() => void)[]): void {
  for (const undo of undos) signal.addEventListener('abort', undo, { once: true });
}
