// One object of the scene, and who sees what of it.
import { BOX_OFFICE_READERS, type Viewers } from "../viewers.ts";

/** Fields, separated by blanks, and the viewers who see a value in them. */
type Row = readonly [Viewers, string];

export interface Specimen {
  type: string;
  /** Its id, by its name in the scene. */
  id: string;
  /** How the gateway is asked for it; `@` stands for what is read of it. */
  path: string;
  /** Who gets it by that path. */
  reachedBy: Viewers;
  /** Subgraphs show the same by reference. Absent for a specimen of which this path shows more or less than a reference. */
  isReference?: true;
  fields: readonly Row[];
}

/** The field is empty in this specimen; another specimen of the type has to show it. */
export const EMPTY: Viewers = [];

/** Who sees an order of the buyer. */
export const ORDER: Viewers = ["buyer", ...BOX_OFFICE_READERS];
