// What cannot be learned from, in words for the owner: what is wrong and what to do. It never quotes a cell.

export class LearnRefusal extends Error {
  /** it was the command line that was not understood */
  readonly isMisuse: boolean;
  constructor(message: string, isMisuse = false) {
    super(message);
    this.isMisuse = isMisuse;
  }
}
