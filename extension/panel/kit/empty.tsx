// What a view says when there is nothing to show: what it would hold, and how to get there.

import type { LucideIcon } from 'lucide-preact';

export function Empty({
  icon: Icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: string;
  children?: preact.ComponentChildren;
}) {
  return (
    <section class="empty">
      <Icon size={34} strokeWidth={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      {children}
    </section>
  );
}
