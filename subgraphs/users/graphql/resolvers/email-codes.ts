// Resolvers of codes that verify the address of an account.
import { signedIn } from "../../../../platform/identity/identity.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { addressFor, userById, type Context } from "../context.ts";
import { requestEmailCode, useCode } from "../../commands/email-codes.ts";
import { isVerified, type User, type Verification } from "../../entities/user.ts";
import { mayReadPerson } from "../../access.ts";
import { CodeRejected } from "../../errors.ts";
import { useCodeInput } from "../../inputs.ts";
import { findOpenCode } from "../../queries/email-codes.ts";
import type { Resolvers, UseCodeInput } from "../../schema.generated.ts";
import type { Tokens } from "../../credentials/tokens.ts";

export function emailCodeResolvers(tokens: Tokens, verification: Verification) {
  /** Uses the code. @returns the viewer, whose address is now verified */
  async function used(context: Context, input: UseCodeInput): Promise<User> {
    const viewer = signedIn(context);
    const { code, idempotencyKey: key } = parseInput(useCodeInput, input);
    const id = uuidOrNull(input.id);
    if (!id) throw new CodeRejected();
    const services = { tokens, verification, notifier: context.notifier };
    await useCode(context.database, services, viewer, { id, code, idempotencyKey: key });
    context.loaders.user.clear(viewer.userId);
    return userById(context, viewer.userId);
  }

  return {
    used,
    Mutation: {
      requestEmailCode: async (_, __, context) => {
        const viewer = signedIn(context);
        return context.database.transaction((tx) => requestEmailCode(tx, tokens, verification, viewer));
      },
    } satisfies Resolvers<Context>["Mutation"],
    User: {
      emailVerified: (user, _, context) => mayReadPerson(context.viewer, user.id) && isVerified(user, verification),
      pendingEmail: ({ id, pendingEmail }, _, { viewer }) =>
        viewer?.userId === id && pendingEmail ? addressFor(viewer, pendingEmail) : null,
      emailCode: (user, _, { viewer, database }) =>
        viewer?.userId === user.id ? findOpenCode(database, viewer) : null,
    } satisfies Resolvers<Context>["User"],
  };
}
