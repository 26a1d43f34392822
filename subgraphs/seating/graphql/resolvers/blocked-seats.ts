// Resolvers of seats that an organizer blocks.
import { required } from "../../../../platform/core/batching.ts";
import { toResult } from "../../../../platform/core/errors.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { blockSeats, unblockSeats } from "../../commands/block-seats.ts";
import type { Seat } from "../../entities/seat.ts";
import { blockedSeats } from "../../inputs.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { checkManages, type Context } from "../context.ts";
import { seatNosOf } from "./channels.ts";

async function changeBlocked(
  context: Context,
  change: typeof blockSeats,
  eventId: string,
  ids: string[],
): Promise<{ seats: Seat[] }> {
  await checkManages(context, eventId);
  const parsed = parseInput(blockedSeats, ids, "seatIds");
  await context.database.transaction((tx) => change(tx, context.notifier, eventId, seatNosOf(eventId, parsed)));
  return { seats: await Promise.all(parsed.map((id) => required(context.loaders.seat.load(id), "seat"))) };
}

export const blockedSeatResolvers = {
  Mutation: {
    blockSeats: (_, { eventId, seatIds }, context) =>
      toResult("BlockedSeats", changeBlocked(context, blockSeats, eventId, seatIds)),
    unblockSeats: (_, { eventId, seatIds }, context) =>
      toResult("BlockedSeats", changeBlocked(context, unblockSeats, eventId, seatIds)),
  },
} satisfies Resolvers<Context>;
