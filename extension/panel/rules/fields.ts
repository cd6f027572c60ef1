// A condition while it is being filled in: its fields by name, and how a blank changes them.

export type Fields = Record<string, unknown>;

/** Changes a copy of the condition. */
export type SetFields = (change: (node: Fields) => void) => void;
