// Stands where a part is missing that somebody asks for (parts.ts).

export const refuse = (): never => {
  throw new Error('a part is missing: publish the config again');
};
