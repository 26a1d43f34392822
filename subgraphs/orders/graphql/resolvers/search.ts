// Resolvers of the search of orders and attendees.
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { mayReadAttendees, mayReadSales } from "../../access.ts";
import { attendeeSearchInput, orderSearchInput } from "../../inputs.ts";
import { organizationOfEvent } from "../../queries/check-in.ts";
import { attendeesOf, foundOrders } from "../../queries/search.ts";
import type { Resolvers } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

export function searchResolvers() {
  return {
    Organization: {
      findOrders: ({ id }, { search, ...page }, { database, viewer }) =>
        uuidOrNull(id) && mayReadSales(viewer, id)
          ? foundOrders(database, id, { ...page, ...parseInput(orderSearchInput, search, "search") })
          : null,
    },
    Event: {
      attendees: async ({ id }, { search, ...page }, { database, viewer }) => {
        const eventId = uuidOrNull(id);
        const organizationId = eventId && viewer ? await organizationOfEvent(database, eventId) : undefined;
        if (!eventId || organizationId === undefined || !mayReadAttendees(viewer, { organizationId, eventId }))
          return null;
        return attendeesOf(database, eventId, { ...page, ...parseInput(attendeeSearchInput, search ?? {}, "search") });
      },
    },
  } satisfies Resolvers<Context>;
}
