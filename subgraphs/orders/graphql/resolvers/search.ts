// Resolvers of the search of orders and attendees.
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import type { UsersClient } from "../../clients/users.ts";
import { mayReadAttendees, mayReadSales } from "../../access.ts";
import { attendeeSearchInput, orderSearchInput } from "../../inputs.ts";
import { organizationOfEvent } from "../../queries/check-in.ts";
import { attendeesOf, foundOrders } from "../../queries/search.ts";
import type { Resolvers } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

export function searchResolvers(users: UsersClient) {
  /** Null without an address; nobody for an unknown one. */
  const peopleOf = (email: string | null) => (email === null ? null : users.peopleByEmail(email));

  return {
    Organization: {
      findOrders: async ({ id }, { search, ...page }, { database, viewer }) => {
        if (!uuidOrNull(id) || !mayReadSales(viewer, id)) return null;
        const { email, ...wanted } = parseInput(orderSearchInput, search, "search");
        return foundOrders(database, id, { ...page, ...wanted, people: await peopleOf(email) });
      },
    },
    Event: {
      attendees: async ({ id }, { search, ...page }, { database, viewer }) => {
        const eventId = uuidOrNull(id);
        const organizationId = eventId && viewer ? await organizationOfEvent(database, eventId) : undefined;
        if (!eventId || organizationId === undefined || !mayReadAttendees(viewer, { organizationId, eventId }))
          return null;
        const { email, ...wanted } = parseInput(attendeeSearchInput, search ?? {}, "search");
        return attendeesOf(database, eventId, { ...page, ...wanted, people: await peopleOf(email) });
      },
    },
  } satisfies Resolvers<Context>;
}
