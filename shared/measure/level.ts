// How much a ping tells of the history of a visitor, as a config says it.

export type Level = 'coin' | 'private' | 'exact';
