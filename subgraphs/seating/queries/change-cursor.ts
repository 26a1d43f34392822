// Cursor of the live map: the number of a change of the event's seats.
import { z } from "zod";
import { cursorKey, decodeCursor, encodeCursor } from "../../../platform/graphql/pagination.ts";

const cursorSchema = z.object({ seq: cursorKey.count });

export const encodeSeq = (seq: number): string => encodeCursor({ seq });

/** @throws GraphQLError BAD_USER_INPUT for a cursor that we did not make */
export const decodeSeq = (cursor: string): number => decodeCursor(cursorSchema, cursor).seq;
