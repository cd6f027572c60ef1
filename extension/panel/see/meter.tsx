// A share as a bar with its number.

export function Meter({ label, share }: { label: string; share: number }) {
  const percent = Math.round(share * 100);
  return (
    <li class="meter">
      <span class="row">
        <span>{label}</span>
        <span class="soft">{percent} %</span>
      </span>
      <span class="track" aria-hidden="true">
        <span class="fill" style={{ width: `${Math.max(2, percent)}%` }} />
      </span>
    </li>
  );
}
