/** A place that a postal code stands for. `town` '' = the city as a whole. */
export type PostalEntry = {
  /** Seven digits. */
  readonly code: string;
  readonly prefecture: string;
  readonly city: string;
  readonly town: string;
};
