// Resolvers of guests: they start, find their orders by a mailed code, and an account claims them.
import { forbidden, toResult } from "../../../../platform/core/errors.ts";
import { signedIn, type Viewer } from "../../../../platform/identity/identity.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { isGuest } from "../../../../domain/guests.ts";
import { claimGuestOrders, requestGuestClaim } from "../../commands/guest-codes.ts";
import { startGuest } from "../../commands/guests.ts";
import type { BegunSession } from "../../commands/sessions.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import type { Session } from "../../entities/session.ts";
import type { User, Verification } from "../../entities/user.ts";
import { CodeRejected } from "../../errors.ts";
import { displayName, locale, useCodeInput } from "../../inputs.ts";
import type { ClaimGuestOrdersInput, Resolvers } from "../../schema.generated.ts";
import { userById, type Context } from "../context.ts";

interface Services {
  tokens: Tokens;
  verification: Verification;
  toSession(context: Context, begun: BegunSession): Promise<Session>;
}

/** @throws FORBIDDEN for a guest */
function account(context: Context): Viewer {
  const viewer = signedIn(context);
  if (isGuest(viewer.userId)) throw forbidden("Guests have no account: sign in.");
  return viewer;
}

export function guestResolvers({ tokens, verification, toSession }: Services) {
  async function claim(context: Context, input: ClaimGuestOrdersInput): Promise<User> {
    const viewer = account(context);
    const { code, idempotencyKey } = parseInput(useCodeInput, input);
    const id = uuidOrNull(input.id);
    if (!id) throw new CodeRejected();
    const services = { tokens, verification, notifier: context.notifier };
    await claimGuestOrders(context.database, services, viewer, { id, code, idempotencyKey });
    return userById(context, viewer.userId);
  }

  return {
    Mutation: {
      startGuestSession: async (_, { input }, context) => {
        const guest = {
          email: input.email,
          displayName: parseInput(displayName, input.name, "input.name"),
          locale: parseInput(locale.nullish(), input.locale, "input.locale") ?? undefined,
          network: context.network,
        };
        const begun = await context.database.transaction((tx) => startGuest(tx, tokens, verification, guest, context));
        return toSession(context, begun);
      },
      requestGuestClaim: (_, __, context) =>
        toResult(
          "CodeSent",
          (async () => {
            const viewer = account(context);
            return context.database.transaction((tx) => requestGuestClaim(tx, tokens, verification, viewer));
          })(),
        ),
      claimGuestOrders: (_, { input }, context) => toResult("User", claim(context, input)),
    } satisfies Resolvers<Context>["Mutation"],
  };
}
