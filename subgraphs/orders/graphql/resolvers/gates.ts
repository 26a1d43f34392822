// Resolvers of gates, exits, undone entries and admission counts.
import { notFound, NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn, type Viewer } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { mayReadCheckIns, requireManager, requireScanner } from "../../access.ts";
import { createGate, removeGate, setEntryRule, updateGate } from "../../commands/gates.ts";
import { checkOut, undoCheckIn } from "../../commands/passages.ts";
import type { Gate } from "../../entities/gate.ts";
import type { Ticket } from "../../entities/ticket.ts";
import { checkOutInput, createGateInput, undoCheckInInput, updateGateInput } from "../../inputs.ts";
import { organizationOfEvent } from "../../queries/check-in.ts";
import { entryRuleOf, gatesOf } from "../../queries/gates.ts";
import type {
  CheckOutInput,
  CreateGateInput,
  Resolvers,
  UndoCheckInInput,
  UpdateGateInput,
} from "../../schema.generated.ts";
import { followAdmissions } from "../../subscriptions/order-updates.ts";
import { readableTicket, type Context, type OrdersServices } from "../context.ts";

interface ManagedEvent {
  viewer: Viewer;
  eventId: string;
  organizationId: string;
}

/** The event, for readers of its check-ins; undefined for anyone else. */
async function readableEvent(
  { database, viewer }: Context,
  given: string,
): Promise<{ eventId: string; organizationId: string } | undefined> {
  const eventId = uuidOrNull(given);
  const organizationId = eventId && viewer ? await organizationOfEvent(database, eventId) : undefined;
  if (!eventId || organizationId === undefined || !mayReadCheckIns(viewer, { organizationId, eventId }))
    return undefined;
  return { eventId, organizationId };
}

/** @throws NotFound, GraphQLError FORBIDDEN below MANAGER */
export async function managedEvent(context: Context, given: string): Promise<ManagedEvent> {
  const viewer = signedIn(context);
  const event = await readableEvent(context, given);
  if (!event) throw new NotFound("event");
  requireManager(viewer, event.organizationId);
  return { viewer, ...event };
}

/** A gate, also a removed one. @throws NotFound, GraphQLError FORBIDDEN below MANAGER */
async function managedGate(context: Context, given: string): Promise<Gate> {
  const viewer = signedIn(context);
  const id = uuidOrNull(given);
  const gate = id ? await context.loaders.gate.load(id) : null;
  if (!gate || !mayReadCheckIns(viewer, gate)) throw new NotFound("gate");
  requireManager(viewer, gate.organizationId);
  return gate;
}

async function gateNow({ loaders }: Context, id: string): Promise<Gate> {
  loaders.gate.clear(id);
  return (await loaders.gate.load(id))!;
}

async function create(context: Context, input: CreateGateInput): Promise<Gate> {
  const { viewer, eventId, organizationId } = await managedEvent(context, input.eventId);
  const gate = { ...parseInput(createGateInput, input), eventId };
  return gateNow(context, await runOnce(context.database, (tx) => createGate(tx, viewer.userId, organizationId, gate)));
}

async function update(context: Context, input: UpdateGateInput): Promise<Gate> {
  const { id: gateId } = await managedGate(context, input.gateId);
  const { name, ...changes } = parseInput(updateGateInput, input);
  await context.database.transaction((tx) => updateGate(tx, { gateId, ...changes, name: name ?? undefined }));
  return gateNow(context, gateId);
}

async function remove(context: Context, id: string): Promise<Gate> {
  const gate = await managedGate(context, id);
  await context.database.transaction((tx) => removeGate(tx, gate.id, gate.organizationId));
  return gateNow(context, gate.id);
}

/** A ticket that the viewer may scan. @throws NotFound, GraphQLError FORBIDDEN for other readers */
async function scannable(context: Context, ticketId: string): Promise<{ viewer: Viewer; ticket: Ticket }> {
  const viewer = signedIn(context);
  const ticket = await readableTicket(context, ticketId);
  requireScanner(viewer, ticket);
  return { viewer, ticket };
}

async function ticketAgain(context: Context, ticketId: string): Promise<Ticket> {
  context.loaders.ticket.clear(ticketId);
  return readableTicket(context, ticketId);
}

async function undo(context: Context, input: UndoCheckInInput): Promise<Ticket> {
  const { viewer, ticket } = await scannable(context, input.ticketId);
  const parsed = { ...parseInput(undoCheckInInput, input), ticketId: ticket.id };
  await runOnce(context.database, (tx) => undoCheckIn(tx, viewer.userId, parsed));
  return ticketAgain(context, ticket.id);
}

const TYPES = {
  Ticket: {
    inside: ({ status, isOutside }) => status === "USED" && !isOutside,
    passages: async (ticket, _, { viewer, loaders }) =>
      mayReadCheckIns(viewer, ticket) ? loaders.passagesOfTicket.load(ticket.id) : [],
  },
  Passage: {
    by: ({ byId }) => ({ id: byId }),
    gate: ({ gateId }, _, { loaders }) => (gateId === null ? null : loaders.gate.load(gateId)),
    undoneBy: ({ undoneBy }) => (undoneBy === null ? null : { id: undoneBy }),
  },
  Gate: {
    event: ({ eventId }) => ({ id: eventId }),
    removed: ({ removedAt }) => removedAt !== null,
    sections: async ({ eventId, sectionIds }, _, { loaders }) => {
      if (sectionIds === null) return null;
      const facts = await loaders.eventFacts.load(eventId);
      const known = (facts?.sections ?? []).filter(({ id }) => sectionIds.includes(id));
      return known.map(({ id, label }) => ({ id, name: label }));
    },
  },
} satisfies Resolvers<Context>;

export function gateResolvers({ codes, counter }: Pick<OrdersServices, "codes" | "counter">) {
  async function leave(context: Context, input: CheckOutInput): Promise<Ticket> {
    const { code, idempotencyKey } = parseInput(checkOutInput, input);
    const read = codes.read(code.trim());
    if (!read) throw new NotFound("ticket");
    const { viewer, ticket } = await scannable(context, read.ticketId);
    const at = {
      eventId: uuidOrNull(input.eventId),
      ...(input.gateId != null && { gateId: uuidOrNull(input.gateId) }),
    };
    const exit = { read, code: code.trim(), ...at, idempotencyKey };
    await runOnce(context.database, (tx) => checkOut(tx, viewer.userId, exit));
    return ticketAgain(context, ticket.id);
  }

  return {
    Mutation: {
      checkOut: (_, { input }, context) => toResult("Ticket", leave(context, input)),
      undoCheckIn: (_, { input }, context) => toResult("Ticket", undo(context, input)),
      createGate: (_, { input }, context) => toResult("Gate", create(context, input)),
      updateGate: (_, { input }, context) => toResult("Gate", update(context, input)),
      removeGate: (_, { gateId }, context) => toResult("Gate", remove(context, gateId)),
      setEntryRule: (_, { eventId: given, rule }, context) =>
        toResult(
          "Event",
          (async () => {
            const event = await managedEvent(context, given);
            await context.database.transaction((tx) => setEntryRule(tx, event, rule));
            return { id: event.eventId };
          })(),
        ),
    },
    Subscription: {
      admissionsChanged: {
        subscribe: (async (_: unknown, { eventId }: { eventId: string }, context: Context) => {
          const event = await readableEvent(context, eventId);
          if (!event) throw notFound("event");
          return followAdmissions(counter, event.eventId);
        }) as never,
        resolve: (counts: unknown) => counts as never,
      },
    },
    ...TYPES,
    AdmissionCounts: { event: ({ eventId }) => ({ id: eventId }) },
    GateCount: { gate: async ({ gateId }, _, { loaders }) => (await loaders.gate.load(gateId))! },
    Event: {
      gates: async ({ id }, _, context) => {
        const event = await readableEvent(context, id);
        return event ? gatesOf(context.database, event.eventId) : null;
      },
      entryRule: async ({ id }, _, context) => {
        const event = await readableEvent(context, id);
        return event ? entryRuleOf(context.database, event.eventId) : null;
      },
      admissions: async ({ id }, _, context) => {
        const event = await readableEvent(context, id);
        return event ? counter.of(event.eventId) : null;
      },
    },
  } satisfies Resolvers<Context>;
}
