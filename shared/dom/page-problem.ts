// What a change could not do on a page, as it is told to whoever asked for the change.

export interface Problem {
  /** `selector` `target` `value` `collision` `fight` `failed` */
  code: string;
  message: string;
  experience: string;
  /** Index of the change in its variant. */
  change?: number;
}
