// Resolvers of tickets: display, names, transfers and scans.
import QRCode from "qrcode";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { idempotencyKey, line, parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import {
  mayCheckIn,
  mayReadCheckIns,
  mayReadOfferCode,
  mayReadOrder,
  mayReadTicket,
  requireHolder,
  requireHolderOrBoxOffice,
  requireScanner,
} from "../../access.ts";
import { checkIn, refuseCode, type Entrance } from "../../commands/check-in.ts";
import { acceptOffer, offerTicket, withdrawOffer } from "../../commands/ticket-transfers.ts";
import { nameTicket } from "../../commands/name-ticket.ts";
import { uploadScans } from "../../commands/upload-scans.ts";
import type { Scan } from "../../entities/scan.ts";
import { partOf } from "../../entities/order.ts";
import type { OrderItem } from "../../entities/order-item.ts";
import type { Ticket } from "../../entities/ticket.ts";
import { scansInput, transferInput, type ParsedScan } from "../../inputs.ts";
import { parseScans } from "../scans.ts";
import { conflictsOf, exceptionsOf, organizationOfEvent } from "../../queries/check-in.ts";
import { allGatesOf } from "../../queries/gates.ts";
import { ticketOffer } from "../../queries/ticket-offers.ts";
import type { AcceptTicketOfferInput, Resolvers, UploadScansInput } from "../../schema.generated.ts";
import { shownCode } from "../shown-codes.ts";
import { readableTicket, seatOf, type Context, type OrdersServices } from "../context.ts";

/** Hand scanners append a line feed. */
const scanned = (code: string) => code.trim();

async function ticketNow(context: Context, id: string): Promise<Ticket> {
  context.loaders.ticket.clear(id);
  return readableTicket(context, id);
}

async function itemOf({ orderId, position }: Ticket, { loaders }: Context): Promise<OrderItem | undefined> {
  const items = await loaders.itemsOfOrder.load(orderId);
  return items.find((item) => item.position === position);
}

/** A ticket that the viewer holds. @throws NotFound, GraphQLError FORBIDDEN for other readers */
async function ownTicket(context: Context, ticketId: string): Promise<Ticket> {
  const ticket = await readableTicket(context, ticketId);
  requireHolder(signedIn(context), ticket);
  return ticket;
}

export function ticketResolvers({ codes, saga }: Pick<OrdersServices, "codes" | "saga">) {
  async function upload(context: Context, { eventId, scans: given }: UploadScansInput): Promise<{ scans: Scan[] }> {
    const viewer = signedIn(context);
    const scans = parseInput(scansInput, given, "input.scans");
    const id = uuidOrNull(eventId);
    const organizationId = id ? await organizationOfEvent(context.database, id) : undefined;
    if (!id || organizationId === undefined || !mayReadCheckIns(viewer, { organizationId, eventId: id }))
      throw new NotFound("event");
    requireScanner(viewer, { organizationId, eventId: id });
    const namesGates = scans.some(({ gateId }) => gateId != null);
    const gateIds = new Set(namesGates ? (await allGatesOf(context.database, id)).map((gate) => gate.id) : []);
    const judged = parseScans(scans, gateIds);
    const unique = new Set(judged.filter((scan): scan is ParsedScan => !("problem" in scan)));
    const taken = [...unique].map(({ code, ...scan }) => ({ ...scan, read: codes.read(scanned(code)) }));
    const kept = await context.database.transaction((tx) => uploadScans(tx, viewer.userId, id, taken));
    const byId = new Map(kept.map((scan) => [scan.id, scan]));
    const rejected = {
      eventId: id,
      ticketId: null,
      gate: null,
      gateId: null,
      kind: "ENTRY" as const,
      outcome: "REJECTED" as const,
      scannerId: viewer.userId,
    };
    return {
      scans: judged.map((scan, index) => {
        if (!("problem" in scan)) return byId.get(scan.id)!;
        const { id: given, scannedAt } = scans[index]!;
        return { ...rejected, id: given, scannedAt, uploadedAt: new Date(), problem: scan.problem };
      }),
    };
  }

  async function accept(context: Context, input: AcceptTicketOfferInput): Promise<Ticket> {
    const viewer = signedIn(context);
    const { idempotencyKey: key } = parseInput(transferInput, input);
    const offerId = codes.readOffer(scanned(input.code));
    if (!offerId) {
      await runOnce(context.database, (tx) => refuseCode(tx, viewer.userId, "takeTicket", key, input.code));
      throw new NotFound("offer");
    }
    const ticketId = await runOnce(context.database, (tx) => acceptOffer(tx, saga(), viewer.userId, { offerId, key }));
    return ticketNow(context, ticketId);
  }

  const mutations = {
    checkIn: (_, { code: given, idempotencyKey: key, eventId, gateId }, context) =>
      toResult(
        "Ticket",
        (async () => {
          const viewer = signedIn(context);
          const parsedKey = key == null ? null : parseInput(idempotencyKey, key, "idempotencyKey");
          const code = scanned(given);
          const read = codes.read(code);
          const entrance: Entrance = {
            ...(eventId != null && { eventId: uuidOrNull(eventId) }),
            ...(gateId != null && { gateId: uuidOrNull(gateId) }),
          };
          if (!read) {
            if (parsedKey !== null)
              await runOnce(context.database, (tx) => refuseCode(tx, viewer.userId, "checkIn", parsedKey, code));
            throw new NotFound("ticket");
          }
          const ticket = await readableTicket(context, read.ticketId);
          requireScanner(viewer, ticket);
          await runOnce(context.database, (tx) => checkIn(tx, viewer.userId, read, code, parsedKey, entrance));
          context.loaders.ticket.clear(ticket.id);
          return readableTicket(context, ticket.id);
        })(),
      ),
    nameTicket: (_, { ticketId, name }, context) =>
      toResult(
        "Ticket",
        (async () => {
          const viewer = signedIn(context);
          const parsed = parseInput(line(100), name, "name");
          const ticket = await readableTicket(context, ticketId);
          requireHolderOrBoxOffice(viewer, ticket);
          await context.database.transaction((tx) => nameTicket(tx, viewer.userId, ticket.id, parsed));
          context.loaders.ticket.clear(ticket.id);
          return readableTicket(context, ticket.id);
        })(),
      ),
    offerTicket: (_, { input }, context) =>
      toResult(
        "TicketOffer",
        (async () => {
          const ticket = await ownTicket(context, input.ticketId);
          const { idempotencyKey: key } = parseInput(transferInput, input);
          const offerId = await runOnce(context.database, (tx) => offerTicket(tx, ticket.holderId, ticket.id, key));
          return (await ticketOffer(context.database, offerId))!;
        })(),
      ),
    withdrawTicketOffer: (_, { ticketId }, context) =>
      toResult(
        "Ticket",
        (async () => {
          const ticket = await ownTicket(context, ticketId);
          await context.database.transaction((tx) => withdrawOffer(tx, ticket.id, ticket.holderId));
          return ticketNow(context, ticket.id);
        })(),
      ),
    acceptTicketOffer: (_, { input }, context) => toResult("Ticket", accept(context, input)),
    takeTicket: (_, { input }, context) => toResult("Ticket", accept(context, input)),
    uploadScans: (_, { input }, context) => toResult("ScanUpload", upload(context, input)),
  } satisfies Resolvers<Context>["Mutation"];

  return {
    Mutation: mutations,
    Ticket: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.ticket.load(id) : null,
      order: async (ticket, _, context) => {
        const order = (await context.loaders.orderOfTicket.load(ticket.orderId))!;
        return mayReadOrder(context.viewer, order) ? order : partOf(order);
      },
      event: ({ eventId }) => ({ id: eventId }),
      orderNumber: async (ticket, _, context) => (await context.loaders.orderOfTicket.load(ticket.orderId))!.number,
      holderName: async (ticket, _, { viewer, loaders }) =>
        mayReadTicket(viewer, ticket) || (await loaders.order.load(ticket.orderId)) ? ticket.holderName : null,
      seat: async (ticket, _, context) => {
        const item = await itemOf(ticket, context);
        return item ? seatOf(item) : null;
      },
      priceName: async (ticket, _, context) => (await itemOf(ticket, context))?.priceName ?? null,
      frozen: async (ticket, _, context) =>
        (await context.loaders.orderOfTicket.load(ticket.orderId))?.isFrozen ?? false,
      holder: ({ holderId, organizationId }) => (holderId === organizationId ? null : { id: holderId }),
      code: (ticket, _, context) => shownCode(context, codes, ticket),
      qr: async (ticket, _, context) => {
        const code = await shownCode(context, codes, ticket);
        return code === null ? null : QRCode.toString(code, { type: "svg", errorCorrectionLevel: "M" });
      },
      offer: (ticket, _, context) =>
        context.viewer?.userId === ticket.holderId ? context.loaders.openOfferOfTicket.load(ticket.id) : null,
      transfers: async (ticket, _, { viewer, loaders }) => {
        if (!mayReadCheckIns(viewer, ticket)) return [];
        const taken = await loaders.transfersOfTicket.load(ticket.id);
        return taken.map(({ takenAt, fromUser, takenBy }) => ({
          at: takenAt!,
          from: { id: fromUser },
          to: { id: takenBy! },
        }));
      },
    },
    TicketForOtherEvent: {
      event: (refusal) => ({ id: (refusal as unknown as { eventId: string }).eventId }),
    },
    TicketOffer: {
      ticket: async ({ ticketId }, _, context) => readableTicket(context, ticketId),
      code: (offer, _, { viewer }) => (mayReadOfferCode(viewer, offer) ? codes.offerCodeOf(offer.id) : null),
    },
    Scan: {
      ticket: ({ ticketId }, _, { loaders }) => (ticketId === null ? null : loaders.ticket.load(ticketId)),
      scanner: ({ scannerId }) => ({ id: scannerId }),
    },
    CheckInBundle: {
      exceptions: ({ eventId }, args, { database }) => exceptionsOf(database, eventId, args),
    },
    Event: {
      checkInBundle: async ({ id }, _, { database, viewer }) => {
        const organizationId = uuidOrNull(id) && viewer ? await organizationOfEvent(database, id) : undefined;
        if (organizationId === undefined || !mayCheckIn(viewer, { organizationId, eventId: id })) return null;
        return { eventId: id, publicKey: codes.publicJwk, at: new Date() };
      },
      scanConflicts: async ({ id }, args, { database, viewer }) => {
        const organizationId = uuidOrNull(id) && viewer ? await organizationOfEvent(database, id) : undefined;
        return organizationId !== undefined && mayReadCheckIns(viewer, { organizationId, eventId: id })
          ? conflictsOf(database, id, args)
          : null;
      },
    },
  } satisfies Resolvers<Context>;
}
