// Ids for what an author adds.

/** An id made of a name that no other of the list has. */
export function createId(name: string, taken: readonly { id: string }[], fallback: string): string {
  const plain =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || fallback;
  let id = plain === 'everyone' ? 'everyone-segment' : plain;
  for (let count = 2; taken.some((one) => one.id === id); count++) id = `${plain}-${count}`;
  return id;
}
