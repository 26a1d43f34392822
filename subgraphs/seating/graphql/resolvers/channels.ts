// Sales channels: their seats, and when they sell.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { mayReadSale } from "../../access.ts";
import { setSalesChannel, setSeatsAside } from "../../commands/block-seats.ts";
import { parseSeatId } from "../../entities/seat.ts";
import { setSalesChannelInput, setSeatsAsideInput } from "../../inputs.ts";
import { salesChannels } from "../../queries/availability.ts";
import { organizationOf } from "../../queries/sales.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { checkManages, type Context } from "../context.ts";

/** Numbers of the seats. @throws NotFound for an id that is not of a seat of the event */
export function seatNosOf(eventId: string, ids: string[]): number[] {
  return ids.map((id) => {
    const seat = parseSeatId(id);
    if (seat?.eventId !== eventId) throw new NotFound("seat");
    return seat.no;
  });
}

export const channelResolvers = {
  Mutation: {
    setSeatsAside: (_, { input }, context) =>
      toResult(
        "SalesChannel",
        (async () => {
          await checkManages(context, input.eventId);
          const { eventId, channel, seatIds: ids } = parseInput(setSeatsAsideInput, input);
          const seatNos = seatNosOf(eventId, ids);
          await context.database.transaction((tx) => setSeatsAside(tx, context.notifier, eventId, channel, seatNos));
          const [made] = await salesChannels(context.database, eventId, channel);
          return made!;
        })(),
      ),
    setSalesChannel: (_, { input }, context) =>
      toResult(
        "SalesChannel",
        (async () => {
          await checkManages(context, input.eventId);
          const parsed = parseInput(setSalesChannelInput, input);
          await context.database.transaction((tx) => setSalesChannel(tx, parsed));
          const [set] = await salesChannels(context.database, parsed.eventId, parsed.channel);
          return set!;
        })(),
      ),
  },
  Event: {
    salesChannels: async ({ id }, _, context) => {
      const organizationId = await organizationOf(context.database, id);
      if (!organizationId || !mayReadSale(context.viewer, organizationId)) return null;
      return salesChannels(context.database, id);
    },
  },
} satisfies Resolvers<Context>;
