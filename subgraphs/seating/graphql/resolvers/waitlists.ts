// Resolvers of waiting lists.
import { required } from "../../../../platform/core/batching.ts";
import { NotFound, notFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { isOwnHold, mayReadReport } from "../../access.ts";
import { joinWaitlist, leaveWaitlist } from "../../commands/join-waitlist.ts";
import { setWaitlist } from "../../commands/set-waitlist.ts";
import { waitlistTakes } from "../../commands/waitlist-takes.ts";
import { joinWaitlistInput, setWaitlistInput } from "../../engine/waitlist/inputs.ts";
import type { Engine } from "../../engine/group-commit.ts";
import { parseSeatId } from "../../entities/seat.ts";
import type { Waitlist } from "../../entities/waitlist.ts";
import type { WaitlistEntry } from "../../entities/waitlist-entry.ts";
import { EmailNotVerified } from "../../errors.ts";
import { aheadOf, waitlistEntries, waitlistEntry, waitlistEntryOf } from "../../queries/waitlists.ts";
import type { JoinWaitlistInput, Resolvers, ReturnedSeatInput, SetWaitlistInput } from "../../schema.generated.ts";
import type { EntryFeed } from "../../subscriptions/waitlist-entries.ts";
import { checkManages, type Context } from "../context.ts";

async function set(context: Context, given: SetWaitlistInput): Promise<Waitlist> {
  const { eventId: id, ...input } = parseInput(setWaitlistInput, given);
  await checkManages(context, id);
  const eventId = uuidOrNull(id)!;
  await context.database.transaction((tx) => setWaitlist(tx, context.notifier, eventId, input));
  context.loaders.waitlist.clear(eventId);
  return required(context.loaders.waitlist.load(eventId), "waiting list");
}

async function join(context: Context, given: JoinWaitlistInput): Promise<WaitlistEntry> {
  const { userId, verified } = signedIn(context);
  const input = parseInput(joinWaitlistInput, given);
  if (!verified) throw new EmailNotVerified("ACCOUNT");
  const id = await runOnce(context.database, (tx) => joinWaitlist(tx, userId, input));
  return (await waitlistEntry(context.database, id))!;
}

async function leave(context: Context, given: string): Promise<WaitlistEntry> {
  const { userId } = signedIn(context);
  const entryId = uuidOrNull(given);
  if (!entryId) throw new NotFound("entry of a waiting list");
  await context.database.transaction((tx) => leaveWaitlist(tx, context.notifier, { entryId, userId }));
  return (await waitlistEntry(context.database, entryId))!;
}

/** Only the person may know that there is such an entry. */
export const waitlistEntryChanged = (feed: () => EntryFeed) => ({
  subscribe: async (_: unknown, { entryId }: { entryId: string }, { database, viewer }: Context) => {
    const id = uuidOrNull(entryId);
    const entry = id && viewer ? await waitlistEntry(database, id) : undefined;
    if (!entry || entry.userId !== viewer?.userId) throw notFound("entry of a waiting list");
    return feed().follow(entry.id, entry.userId) as never;
  },
  resolve: (entry: unknown) => entry as never,
});

interface AskedReturn {
  eventId: string;
  seats: readonly ReturnedSeatInput[];
  returning: readonly ReturnedSeatInput[];
}

/** Seats of other events, or with invalid IDs, are wanted by nobody. */
function takes({ database }: Context, engine: Engine, { eventId: given, seats, returning }: AskedReturn) {
  const eventId = uuidOrNull(given);
  const numbersOf = (some: readonly ReturnedSeatInput[]) =>
    some.flatMap(({ orderId, seatId }) => {
      const [order, seat] = [uuidOrNull(orderId), parseSeatId(seatId)];
      return order && seat?.eventId === eventId ? [{ orderId: order, no: seat.no }] : [];
    });
  const asked = numbersOf(seats);
  if (!eventId || asked.length === 0 || asked.length < seats.length) return false;
  return database.transaction((tx) =>
    waitlistTakes(tx, engine, { eventId, seats: asked, returning: numbersOf(returning) }),
  );
}

export const waitlistQueries = (engine: () => Engine) =>
  ({
    waitlistTakes: (_, asked, context) => takes(context, engine(), asked),
  }) satisfies Resolvers<Context>["Query"];

export const waitlistResolvers = {
  Mutation: {
    setWaitlist: (_, { input }, context) => toResult("Waitlist", set(context, input)),
    joinWaitlist: (_, { input }, context) => toResult("WaitlistEntry", join(context, input)),
    leaveWaitlist: (_, { entryId }, context) => toResult("WaitlistEntry", leave(context, entryId)),
  },
  Waitlist: {
    event: ({ eventId }) => ({ id: eventId }),
    entry: async ({ eventId }, _, { database, viewer }) =>
      viewer ? ((await waitlistEntryOf(database, eventId, viewer.userId)) ?? null) : null,
    entries: ({ eventId, organizationId }, args, { database, viewer }) =>
      mayReadReport(viewer, organizationId) ? waitlistEntries(database, eventId, args) : null,
  },
  WaitlistEntry: {
    priceTierIds: ({ tierIds }) => tierIds,
    ahead: (entry, _, { database }) => (entry.state === "WAITING" ? aheadOf(database, entry) : null),
    hold: async ({ state, holdId, userId }, _, { loaders, viewer }) => {
      if (state !== "OFFERED" || !holdId || viewer?.userId !== userId) return null;
      const hold = await loaders.hold.load(holdId);
      return isOwnHold(viewer, hold) ? hold : null;
    },
    offeredUntil: ({ state, offeredUntil }) => (state === "OFFERED" ? offeredUntil : null),
    passedBecause: ({ organizationId, passedBecause }, _, { viewer }) =>
      mayReadReport(viewer, organizationId) ? passedBecause : null,
  },
  Event: {
    waitlist: ({ id }, _, { loaders }) => (uuidOrNull(id) ? loaders.waitlist.load(uuidOrNull(id)!) : null),
  },
} satisfies Resolvers<Context>;
