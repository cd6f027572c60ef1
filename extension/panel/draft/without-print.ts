// A change or a capture without the fingerprints of its elements, which published files do not hold: for comparing.

export const withoutPrint = (one: object): unknown =>
  JSON.parse(JSON.stringify(one, (key, value) => (key === 'print' ? undefined : value)));
