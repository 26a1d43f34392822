// Who may read what: the expectations of the authorization tests for everything that is not public (schema/contracts.yaml). They are taken from
// the descriptions in the schema. A specimen is one object of the scene; each field of its type is listed with the viewers who see a value.
// Other viewers get the empty value of the field: null, an empty list, 0 or false.
import { EVENTS } from "./reads/events.ts";
import { PEOPLE } from "./reads/people.ts";
import { SALES } from "./reads/sales.ts";
import type { Specimen } from "./reads/specimen.ts";

export const SPECIMENS: Record<string, Specimen> = { ...PEOPLE, ...EVENTS, ...SALES };
