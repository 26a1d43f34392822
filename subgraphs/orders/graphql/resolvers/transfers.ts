// Resolvers of transfer policies, and of the time from which codes of tickets are shown.
import { toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { setCodeRule } from "../../commands/code-rule.ts";
import { setTransferPolicy } from "../../commands/transfer-policy.ts";
import { freePolicy } from "../../entities/transfer-policy.ts";
import type { Resolvers, SetCodeRuleInput, SetTransferPolicyInput } from "../../schema.generated.ts";
import type { Context } from "../context.ts";
import { codeRuleInput, transferPolicyInput } from "../../inputs/transfers.ts";
import { managedEvent } from "./gates.ts";

async function setPolicy(context: Context, given: SetTransferPolicyInput): Promise<{ id: string }> {
  const { eventId, organizationId } = await managedEvent(context, given.eventId);
  const policy = { ...parseInput(transferPolicyInput, given), eventId };
  await context.database.transaction((tx) => setTransferPolicy(tx, organizationId, policy));
  context.loaders.transferPolicy.clear(eventId);
  return { id: eventId };
}

async function setRule(context: Context, given: SetCodeRuleInput): Promise<{ id: string }> {
  const { eventId, organizationId } = await managedEvent(context, given.eventId);
  const { minutesBefore } = parseInput(codeRuleInput, given);
  await context.database.transaction((tx) => setCodeRule(tx, organizationId, { eventId, minutesBefore }));
  context.loaders.lateCodes.clear(eventId);
  return { id: eventId };
}

export const transferResolvers = {
  Mutation: {
    setTransferPolicy: (_, { input }, context) => toResult("Event", setPolicy(context, input)),
    setCodeRule: (_, { input }, context) => toResult("Event", setRule(context, input)),
  },
  Event: {
    transferPolicy: async ({ id }, _, { loaders }) => {
      const eventId = uuidOrNull(id);
      return eventId ? ((await loaders.transferPolicy.load(eventId)) ?? freePolicy(eventId)) : null;
    },
    codesShownFrom: async ({ id }, _, { loaders }) => {
      const eventId = uuidOrNull(id);
      return eventId ? ((await loaders.lateCodes.load(eventId))?.shownFrom ?? null) : null;
    },
  },
} satisfies Resolvers<Context>;
