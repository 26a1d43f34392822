// Resolvers of calls by orders: convert holds, sell their seats, put them back on sale, and exchange them.
import { uuidOrNull } from "../../../../platform/core/input.ts";
import { convertHolds, returnSeats, sellSeats, type HoldConversion } from "../../commands/order-seats.ts";
import { moveSeat } from "../../commands/move-seat.ts";
import { convertTogether, type HoldsConversion } from "../../commands/several-holds.ts";
import type { Engine } from "../../engine/group-commit.ts";
import type { OrderedSeat } from "../../entities/ordered-seat.ts";
import { parseSeatId, seatId } from "../../entities/seat.ts";
import type { Resolvers } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

/** Placeholder for an invalid id of a hold. */
const NO_HOLD = "00000000-0000-0000-0000-000000000000";

const toConvertedSeat = ({ breakdown, rowLabel, ...seat }: OrderedSeat) => ({
  ...seat,
  id: seatId(seat),
  row: rowLabel,
  price: breakdown.total,
  priceBreakdown: breakdown,
  breakdown: JSON.stringify(breakdown),
});

/** Null for each that has no decision. */
const orNulls = <Answer>(answers: (Answer | Error)[]) =>
  answers.map((answer) => (answer instanceof Error ? null : answer));

/** Seats of different events, or with invalid IDs, are never exchanged. */
async function move(
  { database, notifier }: Context,
  { moveId, orderId, seatId: from, toSeatId }: { moveId: string; orderId: string; seatId: string; toSeatId: string },
) {
  const [old, next] = [parseSeatId(from), parseSeatId(toSeatId)];
  if (!old || !next || old.eventId !== next.eventId) return { refusal: "NO_SUCH_SEAT" as const };
  const asked = { moveId, orderId, eventId: old.eventId, fromNo: old.no, toNo: next.no };
  const { refusal, seat } = await moveSeat(database, notifier, asked);
  if (refusal !== null) return { refusal };
  const { sectionId, sectionName, rowLabel: row, number } = seat;
  return { refusal, id: seatId(seat), sectionId, sectionName, row, number };
}

export function orderCallResolvers(engine: () => Engine) {
  async function convertAll(context: Context, conversions: HoldConversion[]) {
    const known = conversions.map((conversion) => ({
      ...conversion,
      holdId: uuidOrNull(conversion.holdId) ?? NO_HOLD,
    }));
    const decided = await convertHolds(context.database, engine(), known);
    return decided.map((conversion) => {
      if (conversion instanceof Error) return conversion;
      return {
        ...conversion,
        seats: conversion.seats.map(toConvertedSeat),
      };
    });
  }

  /** Null for a conversion without a decision. */
  async function convertAllTogether({ database, notifier }: Context, conversions: HoldsConversion[]) {
    const decided = await Promise.allSettled(
      conversions.map((conversion) => {
        const holdIds = conversion.holdIds.map((id) => uuidOrNull(id) ?? NO_HOLD);
        return convertTogether(database, notifier, { ...conversion, holdIds });
      }),
    );
    const [first] = decided;
    if (first?.status === "rejected" && decided.every(({ status }) => status === "rejected")) throw first.reason;
    return decided.map((one) =>
      one.status === "rejected" ? null : { ...one.value, seats: one.value.seats.map(toConvertedSeat) },
    );
  }

  function sellAll({ database, notifier }: Context, orderIds: string[]) {
    return sellSeats(database, engine(), notifier, orderIds);
  }

  async function releaseAll(
    { database }: Context,
    { orderId, seatIds: ids }: { orderId: string; seatIds?: string[] | null | undefined },
  ): Promise<boolean> {
    const seats = ids ? ids.flatMap((id) => parseSeatId(id) ?? []) : null;
    await returnSeats(database, engine(), orderId, seats);
    return true;
  }

  return {
    convertHolds: async (_, { conversions }, context) => orNulls(await convertAll(context, conversions)),
    convertHold: async (_, conversion, context) => {
      const [decided] = await convertAll(context, [conversion]);
      if (decided instanceof Error) throw decided;
      return decided!;
    },
    sellSeatsOf: async (_, { orderIds }, context) => orNulls(await sellAll(context, orderIds)),
    sellSeatsTogether: async (_, { orderIds }, context) => orNulls(await sellAll(context, orderIds)),
    sellSeats: async (_, { orderId }, context) => {
      const [sold] = await sellAll(context, [orderId]);
      if (sold instanceof Error) throw sold;
      return sold!;
    },
    convertHoldsTogether: (_, { conversions }, context) => convertAllTogether(context, conversions),
    releaseSeats: (_, release, context) => releaseAll(context, release),
    releaseSeatsTogether: (_, release, context) => releaseAll(context, release),
    moveSeat: (_, asked, context) => move(context, asked),
  } satisfies Resolvers<Context>["Mutation"];
}
