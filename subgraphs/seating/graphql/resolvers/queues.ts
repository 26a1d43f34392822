// Resolvers of queues.
import { required } from "../../../../platform/core/batching.ts";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import type { GroupCommit } from "../../../../platform/postgres/group-commit.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { mayReadSale } from "../../access.ts";
import { enterSale, type Admission, type Door } from "../../commands/admit.ts";
import { leaveQueue, type QueueJoin } from "../../commands/join-queue.ts";
import { reviewEntry } from "../../commands/review-entry.ts";
import { openQueue } from "../../commands/open-queue.ts";
import { steerQueue } from "../../commands/steer-queue.ts";
import type { HeldQueueEntry } from "../../entities/held-queue-entry.ts";
import type { Queue } from "../../entities/queue.ts";
import type { QueueEntry } from "../../entities/queue-entry.ts";
import { EmailNotVerified, ProofOfWorkRequired } from "../../errors.ts";
import { joinQueueInput, openQueueInput, reviewQueueEntryInput, steerQueueInput } from "../../inputs/queues.ts";
import { heldEntriesOf, heldEntry } from "../../queries/held-entries.ts";
import type { InclusionProof, InclusionProofs } from "../../queries/inclusion-proofs.ts";
import { entryOf } from "../../queries/queues.ts";
import { isWorkIdle, rulesOf, type QueueRules } from "../../queries/queue-rules.ts";
import type { AdmissionTokens } from "../../engine/queue/admission-tokens.ts";
import type { ProofOfWork } from "../../engine/queue/proof-of-work.ts";
import type { SealedSeeds } from "../../engine/sealed-seeds.ts";
import type {
  MutationJoinQueueArgs,
  OpenQueueInput,
  Resolvers,
  ReviewQueueEntryInput,
  SteerQueueInput,
} from "../../schema.generated.ts";
import { checkManages, type Context } from "../context.ts";

export interface Queues {
  seeds: SealedSeeds;
  tokens: AdmissionTokens;
  joins: GroupCommit<QueueJoin, true>;
  rules(eventId: string): Promise<QueueRules | undefined>;
  work: ProofOfWork;
  inclusion: InclusionProofs;
  door: Door;
}

const shown = (context: Context, eventId: string): Promise<Queue> => {
  context.loaders.queue.clear(eventId);
  return required(context.loaders.queue.load(eventId), "queue");
};

async function open(context: Context, { seeds }: Queues, given: OpenQueueInput): Promise<Queue> {
  const { userId } = signedIn(context);
  const { eventId: id, ...input } = parseInput(openQueueInput, given);
  await checkManages(context, id);
  const eventId = await runOnce(context.database, (tx) =>
    openQueue(tx, seeds, { userId, eventId: uuidOrNull(id)! }, input),
  );
  return shown(context, eventId);
}

async function steer(context: Context, given: SteerQueueInput): Promise<Queue> {
  const { eventId: id, ...change } = parseInput(steerQueueInput, given);
  await checkManages(context, id);
  const eventId = uuidOrNull(id)!;
  await context.database.transaction((tx) => steerQueue(tx, eventId, change));
  return shown(context, eventId);
}

const ENTRY_ID = /^[0-9a-f]{32}$/;

async function review(context: Context, given: ReviewQueueEntryInput): Promise<HeldQueueEntry> {
  const { eventId: id, ...decided } = parseInput(reviewQueueEntryInput, given);
  await checkManages(context, id);
  const eventId = uuidOrNull(id)!;
  if (!ENTRY_ID.test(decided.entryId)) throw new NotFound("held entry");
  await context.database.transaction((tx) => reviewEntry(tx, eventId, decided));
  return (await heldEntry(context.database, eventId, decided.entryId))!;
}

async function ownEntry({ database }: Context, eventId: string, userId: string): Promise<QueueEntry> {
  const entry = await entryOf(database, eventId, userId);
  if (!entry) throw new NotFound("entry of a queue");
  return entry;
}

async function join(
  context: Context,
  { joins, rules, work }: Queues,
  { eventId: id, ...given }: MutationJoinQueueArgs,
): Promise<QueueEntry> {
  const { proofOfWork: proof } = parseInput(joinQueueInput, given, "");
  const { userId, verified, proven } = signedIn(context);
  const eventId = uuidOrNull(id);
  if (!eventId) throw new NotFound("queue");
  if (!verified) throw new EmailNotVerified("ACCOUNT");
  const asksForWork = !proven && (await rules(eventId))?.proofOfWork === true;
  // One proof is one entry at most: it is for one person and event, and an account has one entry.
  const isWorkDone = !asksForWork || (proof != null && work.isProof(proof, { eventId, userId }));
  if (!isWorkDone && !(await isWorkIdle(context.database, { eventId, userId })))
    throw new ProofOfWorkRequired(work.challenge({ eventId, userId }), proof != null);
  await joins({ eventId, userId, network: context.network });
  return ownEntry(context, eventId, userId);
}

async function leave(context: Context, id: string): Promise<QueueEntry> {
  const { userId } = signedIn(context);
  const eventId = uuidOrNull(id);
  if (!eventId) throw new NotFound("entry of a queue");
  await leaveQueue(context.database, { eventId, userId });
  return ownEntry(context, eventId, userId);
}

async function enter(context: Context, { tokens }: Queues, id: string): Promise<Admission> {
  const { userId } = signedIn(context);
  const eventId = uuidOrNull(id);
  if (!eventId) throw new NotFound("entry of a queue");
  return enterSale(context.database, tokens, { eventId, userId });
}

/** Both fields of an entry have one proof. */
const proofs = new WeakMap<QueueEntry, Promise<InclusionProof | null>>();

function proofOf(entry: QueueEntry, { inclusion }: Queues): Promise<InclusionProof | null> {
  let proof = proofs.get(entry);
  if (!proof) {
    proof = entry.isDrawn ? inclusion(entry.eventId, entry.entryId) : Promise.resolve(null);
    proofs.set(entry, proof);
  }
  return proof;
}

export const queueResolvers = (queues: () => Queues) =>
  ({
    Mutation: {
      openQueue: (_, { input }, context) => toResult("Queue", open(context, queues(), input)),
      steerQueue: (_, { input }, context) => toResult("Queue", steer(context, input)),
      reviewQueueEntry: (_, { input }, context) => toResult("HeldQueueEntry", review(context, input)),
      joinQueue: (_, given, context) => toResult("QueueEntry", join(context, queues(), given)),
      leaveQueue: (_, { eventId }, context) => toResult("QueueEntry", leave(context, eventId)),
      enterSale: (_, { eventId }, context) => toResult("Admission", enter(context, queues(), eventId)),
    },
    Queue: {
      id: ({ eventId }) => eventId,
      event: ({ eventId }) => ({ id: eventId }),
      randomness: () => "COMMITTED_SEED" as const,
      proofOfWork: ({ policy }) => rulesOf(policy).proofOfWork,
      policyHash: ({ policyHash }) => Buffer.from(policyHash).toString("hex"),
      commitment: ({ commitment }) => Buffer.from(commitment).toString("hex"),
      seed: ({ draw }) => draw?.seed ?? null,
      entriesRoot: ({ draw }) => draw?.entriesRoot ?? null,
      heldAtDraw: ({ draw }) => draw?.heldForReview ?? null,
      drawnCount: ({ draw, drawn }) => (draw ? drawn : null),
      documentPath: ({ eventId }) => `/queues/${eventId}.json`,
      drawPath: ({ eventId, draw }) => (draw ? `/queues/${eventId}/draw.json` : null),
      entry: async ({ eventId }, _, { database, viewer }) =>
        viewer ? ((await entryOf(database, eventId, viewer.userId)) ?? null) : null,
      figures: (queue, _, { viewer }) =>
        mayReadSale(viewer, queue.organizationId) ? { ...queue, perMinute: Math.round(queue.perMinute) } : null,
      heldEntries: ({ eventId, organizationId }, args, { database, viewer }) =>
        mayReadSale(viewer, organizationId) ? heldEntriesOf(database, eventId, args) : null,
    },
    HeldQueueEntry: {
      id: ({ entryId }) => Buffer.from(entryId).toString("hex"),
    },
    QueueEntry: {
      id: ({ entryId }) => Buffer.from(entryId).toString("hex"),
      rank: ({ rank, isDrawn }) => (isDrawn ? rank : null),
      index: async (entry) => (await proofOf(entry, queues()))?.index ?? null,
      proof: async (entry) => (await proofOf(entry, queues()))?.hashes.map((hash) => hash.toString("hex")) ?? null,
    },
    AdmissionRequired: {
      event: (refusal) => ({ id: (refusal as unknown as { eventId: string }).eventId }),
    },
    Event: {
      queue: ({ id }, _, { loaders }) => (uuidOrNull(id) ? loaders.queue.load(uuidOrNull(id)!) : null),
    },
  }) satisfies Resolvers<Context>;
