// Tickets: shown, named, handed on and scanned.
import QRCode from "qrcode";
import { z } from "zod";
import { forbidden, NotFound, orRefusal } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { idempotencyKey, line, parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { row, sql } from "../../../../platform/postgres/sql.ts";
import { actsAs, readsAs } from "../../../../domain/roles.ts";
import { checkIn, refuseCode } from "../../commands/check-in.ts";
import { offerTicket, takeTicket, withdrawOffer } from "../../commands/hand-over-ticket.ts";
import { nameTicket } from "../../commands/name-ticket.ts";
import { uploadScans } from "../../commands/upload-scans.ts";
import type { Scan } from "../../entities/scan.ts";
import { mayRead, partOf } from "../../entities/order.ts";
import { mayReadCode, mayReadTicket, type Ticket } from "../../entities/ticket.ts";
import type { TicketOffer } from "../../entities/ticket-offer.ts";
import { conflictsOf, exceptionsOf, organizationOfEvent } from "../../queries/check-in.ts";
import type { Resolvers, ScanInput, UploadScansInput } from "../../schema.generated.ts";
import { readableTicket, seatOf, type Context, type OrdersServices } from "../access.ts";

const handInput = z.object({ idempotencyKey });
const scanInput = z.object({
  id: z.uuid("must be a UUID").transform((id) => id.toLowerCase()),
  code: z.string(),
  scannedAt: z.date(),
  gate: line(100)
    .nullish()
    .transform((gate) => gate ?? null),
});
const scansInput = z
  .array(z.custom<ScanInput>())
  .min(1, "must have at least one scan")
  .max(500, "must have at most 500 scans");

type Taken = z.infer<typeof scanInput>;

/** Parses each scan by itself. An id that comes twice with another code or time is a problem; the same scan twice is taken once. */
function judgeScans(given: ScanInput[]): (Taken | { problem: string })[] {
  const taken = new Map<string, Taken>();
  return given.map((one) => {
    const parsed = scanInput.safeParse(one);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return { problem: `${issue!.path.join(".")}: ${issue!.message}` };
    }
    const scan = parsed.data;
    const before = taken.get(scan.id) ?? scan;
    if (before.code !== scan.code || before.scannedAt.getTime() !== scan.scannedAt.getTime())
      return { problem: "id: another scan of this upload has it" };
    taken.set(scan.id, before);
    return before;
  });
}

/** What a hand scanner types ends in a line feed. */
const scanned = (code: string) => code.trim();

async function ticketNow(context: Context, id: string): Promise<Ticket> {
  context.loaders.ticket.clear(id);
  return readableTicket(context, id);
}

/** @throws NotFound, GraphQLError FORBIDDEN for whoever may only look at it */
async function ownTicket(context: Context, ticketId: string): Promise<Ticket> {
  const ticket = await readableTicket(context, ticketId);
  if (ticket.holderId !== signedIn(context).userId) throw forbidden("This is for the holder.");
  return ticket;
}

export function ticketResolvers({ codes, saga }: Pick<OrdersServices, "codes" | "saga">) {
  async function upload(context: Context, { eventId, scans: given }: UploadScansInput): Promise<{ scans: Scan[] }> {
    const viewer = signedIn(context);
    const scans = parseInput(scansInput, given, "input.scans");
    const judged = judgeScans(scans);
    const id = uuidOrNull(eventId);
    const organizationId = id ? await organizationOfEvent(context.database, id) : undefined;
    if (!id || organizationId === undefined || !readsAs(viewer, "SCANNER", organizationId)) throw new NotFound("event");
    if (!actsAs(viewer, "SCANNER", organizationId)) throw forbidden("This is for the organization's scanners.");
    const unique = new Set(judged.filter((scan): scan is Taken => !("problem" in scan)));
    const taken = [...unique].map(({ code, ...scan }) => ({ ...scan, read: codes.read(scanned(code)) }));
    const kept = await context.database.transaction((tx) => uploadScans(tx, viewer.userId, id, taken));
    const byId = new Map(kept.map((scan) => [scan.id, scan]));
    const rejected = {
      eventId: id,
      ticketId: null,
      gate: null,
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

  const mutations = {
    checkIn: (_, { code: given, idempotencyKey: key, eventId }, context) =>
      orRefusal(
        "Ticket",
        (async () => {
          const viewer = signedIn(context);
          const parsedKey = key == null ? null : parseInput(idempotencyKey, key, "idempotencyKey");
          const code = scanned(given);
          const read = codes.read(code);
          const at = eventId == null ? null : { eventId: uuidOrNull(eventId) };
          if (!read) {
            if (parsedKey !== null)
              await runOnce(context.database, (tx) => refuseCode(tx, viewer.userId, "checkIn", parsedKey, code));
            throw new NotFound("ticket");
          }
          const ticket = await readableTicket(context, read.ticketId);
          if (!actsAs(viewer, "SCANNER", ticket.organizationId))
            throw forbidden("This is for the organization's scanners.");
          await runOnce(context.database, (tx) => checkIn(tx, viewer.userId, read, code, parsedKey, at));
          context.loaders.ticket.clear(ticket.id);
          return readableTicket(context, ticket.id);
        })(),
      ),
    nameTicket: (_, { ticketId, name }, context) =>
      orRefusal(
        "Ticket",
        (async () => {
          const viewer = signedIn(context);
          const parsed = parseInput(line(100), name, "name");
          const ticket = await readableTicket(context, ticketId);
          if (ticket.holderId !== viewer.userId && !actsAs(viewer, "BOX_OFFICE", ticket.organizationId))
            throw forbidden("This is for the holder and the organization's box office.");
          await context.database.transaction((tx) => nameTicket(tx, ticket.id, parsed));
          context.loaders.ticket.clear(ticket.id);
          return readableTicket(context, ticket.id);
        })(),
      ),
    offerTicket: (_, { input }, context) =>
      orRefusal(
        "TicketOffer",
        (async () => {
          const ticket = await ownTicket(context, input.ticketId);
          const { idempotencyKey: key } = parseInput(handInput, input);
          const offerId = await runOnce(context.database, (tx) => offerTicket(tx, ticket.holderId, ticket.id, key));
          return (await row<TicketOffer>(
            context.database.read(),
            sql`select * from ticket_offer where id = ${offerId}`,
          ))!;
        })(),
      ),
    withdrawTicketOffer: (_, { ticketId }, context) =>
      orRefusal(
        "Ticket",
        (async () => {
          const ticket = await ownTicket(context, ticketId);
          await context.database.transaction((tx) => withdrawOffer(tx, ticket.id, ticket.holderId));
          return ticketNow(context, ticket.id);
        })(),
      ),
    takeTicket: (_, { input }, context) =>
      orRefusal(
        "Ticket",
        (async () => {
          const viewer = signedIn(context);
          const { idempotencyKey: key } = parseInput(handInput, input);
          const offerId = codes.readOffer(scanned(input.code));
          if (!offerId) {
            await runOnce(context.database, (tx) => refuseCode(tx, viewer.userId, "takeTicket", key, input.code));
            throw new NotFound("offer");
          }
          const ticketId = await runOnce(context.database, (tx) =>
            takeTicket(tx, saga(), viewer.userId, { offerId, key }),
          );
          return ticketNow(context, ticketId);
        })(),
      ),
    uploadScans: (_, { input }, context) => orRefusal("ScanUpload", upload(context, input)),
  } satisfies Resolvers<Context>["Mutation"];

  return {
    Mutation: mutations,
    Ticket: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.ticket.load(id) : null,
      order: async (ticket, _, context) => {
        const order = (await context.loaders.orderOfTicket.load(ticket.orderId))!;
        return mayRead(context.viewer, order) ? order : partOf(order);
      },
      orderNumber: async (ticket, _, context) => (await context.loaders.orderOfTicket.load(ticket.orderId))!.number,
      holderName: async (ticket, _, { viewer, loaders }) =>
        mayReadTicket(viewer, ticket) || (await loaders.order.load(ticket.orderId)) ? ticket.holderName : null,
      seat: async (ticket, _, context) => {
        const items = await context.loaders.itemsOfOrder.load(ticket.orderId);
        const item = items.find(({ position }) => position === ticket.position);
        return item ? seatOf(item) : null;
      },
      frozen: async (ticket, _, context) =>
        (await context.loaders.orderOfTicket.load(ticket.orderId))?.isFrozen ?? false,
      holder: (ticket) => ({ id: ticket.holderId }),
      code: (ticket, _, { viewer }) => (mayReadCode(viewer, ticket) ? codes.codeOf(ticket) : null),
      qr: (ticket, _, { viewer }) =>
        mayReadCode(viewer, ticket)
          ? QRCode.toString(codes.codeOf(ticket), { type: "svg", errorCorrectionLevel: "M" })
          : null,
      offer: (ticket, _, context) =>
        context.viewer?.userId === ticket.holderId ? context.loaders.openOfferOfTicket.load(ticket.id) : null,
      transfers: async (ticket, _, { viewer, loaders }) => {
        if (!readsAs(viewer, "SCANNER", ticket.organizationId)) return [];
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
      code: ({ id, fromUser }, _, { viewer }) => (viewer?.userId === fromUser ? codes.offerCodeOf(id) : null),
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
        if (organizationId === undefined || !actsAs(viewer, "SCANNER", organizationId)) return null;
        return { eventId: id, publicKey: codes.publicJwk, at: new Date() };
      },
      scanConflicts: async ({ id }, args, { database, viewer }) => {
        const organizationId = uuidOrNull(id) && viewer ? await organizationOfEvent(database, id) : undefined;
        return organizationId !== undefined && readsAs(viewer, "SCANNER", organizationId)
          ? conflictsOf(database, id, args)
          : null;
      },
    },
  } satisfies Resolvers<Context>;
}
