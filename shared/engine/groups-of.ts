// Variants that share a segment's visitors among them: neighbours of one segment are one group.

export function groupsOf<Of extends { segment: string }>(variants: readonly Of[]): Of[][] {
  const groups: Of[][] = [];
  for (const variant of variants) {
    const last = groups.at(-1);
    if (last?.[0]?.segment === variant.segment) last.push(variant);
    else groups.push([variant]);
  }
  return groups;
}
