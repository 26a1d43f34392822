// Resolvers of answers to mailed alerts.
import type { Tx } from "../../../../platform/postgres/database.ts";
import { toResult } from "../../../../platform/core/errors.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import type { ChangeNotifier } from "../../../../platform/redis/pubsub.ts";
import {
  reportSignIn,
  undoEmailChange,
  type GivenAlertCode,
  type SecuredAccount,
} from "../../commands/alert-answers.ts";
import { alertCodeInput } from "../../inputs.ts";
import type { AlertCodeInput, Resolvers } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

type Answer = (tx: Tx, notifier: ChangeNotifier, given: GivenAlertCode) => Promise<SecuredAccount>;

async function answered({ database, notifier }: Context, input: AlertCodeInput, answer: Answer) {
  const given = parseInput(alertCodeInput, input);
  return database.transaction((tx) => answer(tx, notifier, given));
}

export const securityAlertResolvers = {
  Mutation: {
    reportSignIn: (_, { input }, context) => toResult("SecuredAccount", answered(context, input, reportSignIn)),
    undoEmailChange: (_, { input }, context) => toResult("SecuredAccount", answered(context, input, undoEmailChange)),
  } satisfies Resolvers<Context>["Mutation"],
};
