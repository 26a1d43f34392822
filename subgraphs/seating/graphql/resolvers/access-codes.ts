// Resolvers of access codes.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { csvLine } from "../../../../platform/spreadsheets/csv.ts";
import { percentOf } from "../../../../domain/pricing.ts";
import { mayReadSale } from "../../access.ts";
import { createAccessCodes, endAccessCodes } from "../../commands/access-codes.ts";
import type { SealedSeeds } from "../../engine/sealed-seeds.ts";
import { codesOf, type AccessCodeBatch } from "../../entities/access-code-batch.ts";
import { createAccessCodesInput } from "../../inputs/access-codes.ts";
import { accessCodeBatch, accessCodeBatchesOf, eventOfBatch, sealedSeedOf } from "../../queries/access-codes.ts";
import { organizationOf } from "../../queries/sales.ts";
import type { CreateAccessCodesInput, Resolvers } from "../../schema.generated.ts";
import { checkManages, type Context } from "../context.ts";

interface AccessCodes {
  batch: AccessCodeBatch;
  csv: string | null;
}

async function create(context: Context, seeds: SealedSeeds, given: CreateAccessCodesInput): Promise<AccessCodes> {
  const { userId } = signedIn(context);
  const input = parseInput(createAccessCodesInput, given);
  await checkManages(context, input.eventId);
  const eventId = uuidOrNull(input.eventId)!;
  const id = await runOnce(context.database, (tx) => createAccessCodes(tx, seeds, userId, { ...input, eventId }));
  const sealed = await sealedSeedOf(context.database, id);
  const batch = (await accessCodeBatch(context.database, id))!;
  if (sealed === null) return { batch, csv: null };
  const codes = codesOf(await seeds.unseal(sealed), batch.count);
  return { batch, csv: ["code", ...codes].map((cell) => csvLine([cell])).join("") };
}

async function end(context: Context, given: string): Promise<AccessCodeBatch> {
  signedIn(context);
  const id = uuidOrNull(given);
  const eventId = id && (await eventOfBatch(context.database, id));
  if (!id || !eventId) throw new NotFound("batch of access codes");
  const organizationId = await checkManages(context, eventId);
  await context.database.transaction((tx) => endAccessCodes(tx, organizationId, id));
  return (await accessCodeBatch(context.database, id))!;
}

export const accessCodeResolvers = (seeds: () => SealedSeeds) =>
  ({
    Mutation: {
      createAccessCodes: (_, { input }, context) => toResult("AccessCodes", create(context, seeds(), input)),
      endAccessCodes: (_, { batchId }, context) => toResult("AccessCodeBatch", end(context, batchId)),
    },
    AccessCodeBatch: {
      discountPercent: ({ discount }) => (discount?.kind === "RATE" ? percentOf(discount.rate) : null),
      discountAmount: ({ discount, currency }) =>
        discount?.kind === "AMOUNT" ? { amount: discount.amount, currency } : null,
      opensPrices: ({ opens }) => opens,
      maxTicketsPerCode: ({ maxTickets }) => maxTickets,
    },
    Event: {
      accessCodeBatches: async ({ id }, args, { database, viewer }) => {
        const organizationId = await organizationOf(database, id);
        if (!organizationId || !mayReadSale(viewer, organizationId)) return null;
        return accessCodeBatchesOf(database, id, args);
      },
    },
  }) satisfies Resolvers<Context>;
