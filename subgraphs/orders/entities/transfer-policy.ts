// Whether and how tickets of an event are handed on to other people.
import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { TransferMode, TransferNotAllowedReason } from "../enums.generated.ts";

export const TransferPolicyEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "TransferPolicy",
    tableName: "transfer_policy",
    properties: {
      eventId: p.uuid().primary(),
      mode: p.text().$type<TransferMode>(),
      notBefore: p.datetime().nullable(),
      until: p.datetime().nullable(),
      coolOffSeconds: p.integer(),
      /** Null: any number. */
      mostPerHolder: p.integer().nullable(),
    },
  }),
);

export type TransferPolicy = Loaded<typeof TransferPolicyEntity>;

/** Of an event whose organizer has said nothing. */
export const freePolicy = (eventId: string): TransferPolicy => ({
  ...{ eventId, mode: "FREE", notBefore: null, until: null, coolOffSeconds: 0, mostPerHolder: null },
});

export interface TransferFacts {
  now: Date;
  issuedAt: Date;
  /** Number of people who have taken the ticket from its holder. */
  transfers: number;
}

export interface TransferRefusal {
  reason: TransferNotAllowedReason;
  /** When it is allowed, if only the time is wrong. */
  allowedFrom: Date | null;
}

/** Why a ticket can't be handed on now; undefined if it can. The number of tickets of the new holder is another matter. */
export function transferRefusal(
  { mode, notBefore, until, coolOffSeconds }: TransferPolicy,
  { now, issuedAt, transfers }: TransferFacts,
): TransferRefusal | undefined {
  if (mode === "RETURN_ONLY" || mode === "NONE") return { reason: "NOT_ALLOWED", allowedFrom: null };
  if (mode === "ONCE" && transfers > 0) return { reason: "ALREADY_TRANSFERRED", allowedFrom: null };
  if (until !== null && now >= until) return { reason: "TOO_LATE", allowedFrom: null };
  const cooled = new Date(issuedAt.getTime() + coolOffSeconds * 1_000);
  const allowedFrom = new Date(Math.max(cooled.getTime(), notBefore?.getTime() ?? 0));
  if (now >= allowedFrom) return undefined;
  if (until !== null && allowedFrom >= until) return { reason: "TOO_LATE", allowedFrom: null };
  return { reason: notBefore !== null && notBefore >= cooled ? "TOO_EARLY" : "COOL_OFF", allowedFrom };
}
