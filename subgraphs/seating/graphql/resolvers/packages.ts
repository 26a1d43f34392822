// Resolvers of packages of several events.
import { required } from "../../../../platform/core/batching.ts";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { percentOf } from "../../../../domain/pricing.ts";
import { mayReadSale, requireManager } from "../../access.ts";
import { holdPackage } from "../../commands/hold-package.ts";
import { closePackage, createPackage } from "../../commands/packages.ts";
import type { Engine } from "../../engine/group-commit.ts";
import type { HeldPackage } from "../../entities/held-package.ts";
import type { Hold } from "../../entities/hold.ts";
import type { TicketPackage } from "../../entities/ticket-package.ts";
import type { TicketPackagePart } from "../../entities/ticket-package-part.ts";
import { createPackageInput, holdPackageInput } from "../../inputs.ts";
import { openPackage, packagesOf, partKey } from "../../queries/packages.ts";
import type { CreatePackageInput, HoldPackageInput, Resolvers } from "../../schema.generated.ts";
import { buyerFor, counted } from "../buyers.ts";
import type { Queues } from "./queues.ts";
import { checkManages, type Context } from "../context.ts";

async function openPackageOf(database: Database, given: string): Promise<TicketPackage | null> {
  const id = uuidOrNull(given);
  return (id && (await openPackage(database, id))) || null;
}

async function create(context: Context, given: CreatePackageInput): Promise<TicketPackage> {
  const { userId } = signedIn(context);
  const organizationId = await checkManages(context, given.events[0]?.eventId ?? "");
  const input = parseInput(createPackageInput, given);
  const id = await runOnce(context.database, (tx) => createPackage(tx, { userId, organizationId }, input));
  return required(context.loaders.package.load(id), "package");
}

async function close(context: Context, given: string): Promise<TicketPackage> {
  const viewer = signedIn(context);
  const id = uuidOrNull(given);
  const found = id ? await context.loaders.package.load(id) : null;
  if (!found) throw new NotFound("package");
  requireManager(viewer, found.organizationId);
  await context.database.transaction((tx) => closePackage(tx, found));
  context.loaders.package.clear(found.id);
  return required(context.loaders.package.load(found.id), "package");
}

async function hold(context: Context, { engine, queues }: Running, given: HoldPackageInput): Promise<HeldPackage> {
  signedIn(context);
  const input = parseInput(holdPackageInput, given);
  const buyer = await buyerFor(context, { eventId: input.events[0]!.eventId, atCounter: input.atCounter });
  const request = { mutation: "holdPackage", key: input.idempotencyKey };
  const eventIds = input.atCounter ? [] : input.events.flatMap(({ eventId }) => uuidOrNull(eventId) ?? []);
  const checks = eventIds.map((eventId) => queues.door.check({ eventId, userId: buyer.userId, token: null, request }));
  await Promise.all(checks);
  const { database, notifier } = context;
  return { packageGroup: await counted(context, holdPackage({ database, engine, notifier }, buyer, input)) };
}

async function groupOf(packageGroup: string, { loaders }: Context) {
  const [found] = await loaders.packageOfGroup.load(packageGroup);
  if (!found) throw new Error("Holds of a package have lost it.");
  return found;
}

async function packageOf(packageGroup: string, context: Context): Promise<TicketPackage> {
  const { packageId } = await groupOf(packageGroup, context);
  return required(context.loaders.package.load(packageId), "package");
}

async function holdsOf(packageGroup: string, context: Context): Promise<Hold[]> {
  const { holdIds } = await groupOf(packageGroup, context);
  return Promise.all(holdIds.map((id) => required(context.loaders.hold.load(id), "hold")));
}

async function used(part: TicketPackagePart, { loaders }: Context): Promise<number> {
  const [counted] = await loaders.seatsUsed.load(partKey(part));
  return counted!.used;
}

const money = (amount: number, currency: string) => ({ amount, currency });

interface Running {
  engine: Engine;
  queues: Pick<Queues, "door">;
}

export const packageResolvers = (running: () => Running) =>
  ({
    Query: {
      ticketPackage: (_, { id }, { database }) => openPackageOf(database, id),
    },
    Mutation: {
      createPackage: (_, { input }, context) => toResult("TicketPackage", create(context, input)),
      closePackage: (_, { packageId }, context) => toResult("TicketPackage", close(context, packageId)),
      holdPackage: (_, { input }, context) => toResult("HeldPackage", hold(context, running(), input)),
    },
    TicketPackage: {
      __resolveReference: ({ id }: { id: string }, { database }: Context) => openPackageOf(database, id),
      organization: ({ organizationId }) => ({ id: organizationId }),
      // A buyer may have held a package before one of its events became private.
      parts: async ({ id, organizationId }, _, { loaders, viewer }) =>
        (await loaders.partsOfPackage.load(id)).filter(
          ({ isPrivate }) => !isPrivate || mayReadSale(viewer, organizationId),
        ),
      discountPercent: ({ discount }) => (discount.kind === "RATE" ? percentOf(discount.rate) : null),
      seatsUsed: async ({ id, organizationId }, _, context) => {
        if (!mayReadSale(context.viewer, organizationId)) return null;
        const parts = await context.loaders.partsOfPackage.load(id);
        const counts = await Promise.all(parts.map((part) => used(part, context)));
        return counts.reduce((sum, count) => sum + count, 0);
      },
      discountAmount: ({ discount, currency }) =>
        discount.kind === "AMOUNT" ? money(discount.amount, currency) : null,
    },
    TicketPackagePart: {
      event: ({ eventId }) => ({ id: eventId }),
      prices: ({ prices, currency }) =>
        prices.map(({ tierId, name, standard, price }) => ({
          priceTier: { id: tierId, name, price: money(standard, currency) },
          price: money(price, currency),
        })),
      left: async (part, _, context) => {
        const { maxSeats, bound } = part;
        if (maxSeats === null || bound < maxSeats) return maxSeats === null ? null : maxSeats - bound;
        return Math.max(0, maxSeats - (await used(part, context)));
      },
    },
    HeldPackage: {
      package: ({ packageGroup }, _, context) => packageOf(packageGroup, context),
      holds: ({ packageGroup }, _, context) => holdsOf(packageGroup, context),
      total: async ({ packageGroup }, _, context) => {
        const holds = await holdsOf(packageGroup, context);
        const { currency } = await packageOf(packageGroup, context);
        return money(
          holds.reduce((sum, { total }) => sum + total, 0),
          currency,
        );
      },
    },
    Hold: {
      package: ({ packageGroup }, _, context) => (packageGroup ? packageOf(packageGroup, context) : null),
      packageHoldIds: async ({ packageGroup }, _, context) =>
        packageGroup ? (await groupOf(packageGroup, context)).holdIds : null,
    },
    Event: {
      packages: ({ id }, _, { loaders }) => (uuidOrNull(id) ? loaders.packagesOfEvent.load(id) : []),
    },
    Organization: {
      packages: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadSale(viewer, id) ? packagesOf(database, id, args) : null,
    },
  }) satisfies Resolvers<Context>;
