// What verifies that an address is the account's.
import { z } from "zod";
import { orRefusal } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { idempotencyKey, parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { mayReadPerson, userById, type Context } from "../access.ts";
import { requestEmailCode, useCode } from "../../commands/email-codes.ts";
import { isVerified, type User, type Verification } from "../../entities/user.ts";
import { CodeRejected } from "../../errors.ts";
import { findOpenCode } from "../../queries/email-codes.ts";
import type { Resolvers, UseCodeInput } from "../../schema.generated.ts";
import type { Tokens } from "../../credentials/tokens.ts";

/** As people type it: in any case, with blanks or hyphens in between. */
const codeInput = z
  .string()
  .max(32, "must have at most 32 characters")
  .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, ""));

export function emailCodeResolvers(tokens: Tokens, verification: Verification) {
  async function used(context: Context, input: UseCodeInput): Promise<User> {
    const viewer = signedIn(context);
    const { code, idempotencyKey: key } = parseInput(z.object({ code: codeInput, idempotencyKey }), input);
    const id = uuidOrNull(input.id);
    if (!id) throw new CodeRejected();
    const services = { tokens, verification, hints: context.hints };
    await useCode(context.database, services, viewer, { id, code, idempotencyKey: key });
    context.loaders.user.clear(viewer.userId);
    return userById(context, viewer.userId);
  }

  return {
    Mutation: {
      requestEmailCode: async (_, __, context) => {
        const viewer = signedIn(context);
        return context.database.transaction((tx) => requestEmailCode(tx, tokens, verification, viewer));
      },
      useCode: (_, { input }, context) => orRefusal("User", used(context, input)),
    },
    User: {
      emailVerified: (user, _, context) => mayReadPerson(context, user.id) && isVerified(user, verification),
      pendingEmail: (user, _, context) => (context.viewer?.userId === user.id ? user.pendingEmail : null),
      emailCode: (user, _, context) =>
        context.viewer?.userId === user.id ? findOpenCode(context.database, user.id, context.viewer.sessionId) : null,
    },
  } satisfies Resolvers<Context>;
}
