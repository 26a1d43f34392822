// Resolvers of apps that sign people in.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { isStorable, parseInput } from "../../../../platform/core/input.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { belongsTo, isOwner } from "../../access.ts";
import { createApp, endAppAccess, removeApp } from "../../commands/apps.ts";
import { hashToken, type Tokens } from "../../credentials/tokens.ts";
import { createAppInput } from "../../inputs.ts";
import { findApp, findAppAccess, findApps } from "../../queries/apps.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { SESSIONS_TOPIC } from "../../../../schema/redis-access.ts";
import { organizationById, ownerOf, requireStepUp, userById, type Context } from "../context.ts";

export function appResolvers(tokens: Tokens) {
  async function create(context: Context, input: { organizationId: string }) {
    const { userId } = await ownerOf(context, input.organizationId);
    const parsed = parseInput(createAppInput, input);
    await requireStepUp(context, "createApp");
    const organizationId = input.organizationId.toLowerCase();
    const id = await runOnce(context.database, (tx) => createApp(tx, tokens, userId, { ...parsed, organizationId }));
    const app = await findApp(context.database, id);
    if (!app) throw new NotFound("app");
    return { ...app, secret: tokens.appSecrets(id).find((one) => hashToken(one) === app.secretHash) ?? null };
  }

  async function remove(context: Context, id: string) {
    signedIn(context);
    const app = isStorable(id) ? await findApp(context.database, id) : undefined;
    if (!app || !belongsTo(context.viewer, app.organizationId)) throw new NotFound("app");
    await ownerOf(context, app.organizationId);
    await requireStepUp(context, "removeApp");
    await context.database.transaction((tx) => removeApp(tx, id, app.organizationId));
    context.notifier.notify(SESSIONS_TOPIC);
    return organizationById(context, app.organizationId);
  }

  return {
    Mutation: {
      createApp: (_, { input }, context) => toResult("App", create(context, input)),
      removeApp: (_, { id }, context) => toResult("Organization", remove(context, id)),
      endAppAccess: (_, { appId }, context) =>
        toResult(
          "User",
          (async () => {
            const { userId } = signedIn(context);
            if (!isStorable(appId)) throw new NotFound("app");
            await context.database.transaction((tx) => endAppAccess(tx, userId, appId));
            context.notifier.notify(SESSIONS_TOPIC, userId);
            return userById(context, userId);
          })(),
        ),
    },
    Organization: {
      apps: ({ id }, _, { viewer, database }) => (isOwner(viewer, id) ? findApps(database, id) : []),
    },
    User: {
      appAccess: ({ id }, _, { viewer, database }) => (viewer?.userId === id ? findAppAccess(database, id) : []),
    },
    App: {
      isPublic: ({ secretHash }) => secretHash === null,
    },
    AppAccess: {
      organization: ({ organizationId }, _, context) =>
        organizationId === null ? null : organizationById(context, organizationId),
    },
  } satisfies Resolvers<Context>;
}
