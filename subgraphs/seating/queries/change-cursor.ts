// Cursor of the live map: the number of a change of the event's seats, in base 36. Each message has one, so it is short.
import { z } from "zod";
import { cursorKey, decodeCursor, refuseCursor } from "../../../platform/graphql/pagination.ts";

const RADIX = 36;
/** Upper case: cursors of lists, and those of the version before, have lower-case letters. */
const NUMBER = /^[0-9A-Z]{1,11}$/;

/** As the version before made them: two versions run side by side during an upgrade. */
const earlierSchema = z.object({ seq: cursorKey.count });

export const encodeSeq = (seq: number): string => seq.toString(RADIX).toUpperCase();

/** @throws GraphQLError BAD_USER_INPUT for a cursor that we did not make */
export function decodeSeq(cursor: string): number {
  if (!NUMBER.test(cursor)) return decodeCursor(earlierSchema, cursor).seq;
  const seq = Number.parseInt(cursor, RADIX);
  return Number.isSafeInteger(seq) ? seq : refuseCursor();
}
