// Resolvers of views of accounts by platform staff.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { mayReadViews } from "../../access.ts";
import { viewAsInput } from "../../inputs.ts";
import { beginView, endView } from "../../commands/support-views.ts";
import type { UsersConfig } from "../../config.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import { VIEW_SCOPES, type SupportSession } from "../../entities/support-view.ts";
import { findSupportViews } from "../../queries/support-views.ts";
import type { Resolvers, ViewAsInput } from "../../schema.generated.ts";
import { requireStepUp, staff, userById, type Context } from "../context.ts";

export function supportViewResolvers(tokens: Tokens, { platformStaff }: Pick<UsersConfig, "platformStaff">) {
  async function begin(context: Context, { userId, ...given }: ViewAsInput): Promise<SupportSession> {
    const viewer = staff(context);
    const input = parseInput(viewAsInput, given);
    const id = uuidOrNull(userId);
    if (!id) throw new NotFound("user");
    await requireStepUp(context, "viewAs");
    const until = new Date(Date.now() + input.minutes * 60_000);
    const sessionId = await context.database.transaction((tx) =>
      beginView(tx, context.notifier, platformStaff, viewer, { userId: id, ...input }),
    );
    const { accessToken, expiresAt } = await tokens.signAccessToken(id, sessionId, VIEW_SCOPES, until);
    return { id: sessionId, user: await userById(context, id), accessToken, accessTokenExpiresAt: expiresAt };
  }

  return {
    Mutation: {
      viewAs: (_, { input }, context) => toResult("SupportSession", begin(context, input)),
      endViewAs: (_, { id }, context) =>
        toResult(
          "User",
          (async () => {
            staff(context);
            const sessionId = uuidOrNull(id);
            if (!sessionId) throw new NotFound("view");
            const userId = await context.database.transaction((tx) => endView(tx, context.notifier, sessionId));
            return userById(context, userId);
          })(),
        ),
    },
    User: {
      supportViews: ({ id }, _, { database, viewer }) =>
        mayReadViews(viewer, id) ? findSupportViews(database, id) : [],
    },
  } satisfies Resolvers<Context>;
}
