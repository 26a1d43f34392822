/** A text about a number of things. */
export type Counted = (count: number) => string;
