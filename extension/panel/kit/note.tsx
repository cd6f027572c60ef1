// A remark: what happened, and what to do about it.

import { CircleAlert, Info } from 'lucide-preact';

export function Note({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'warn' | 'bad';
  children: preact.ComponentChildren;
}) {
  const Icon = tone === 'plain' ? Info : CircleAlert;
  return (
    <div class={`note ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
