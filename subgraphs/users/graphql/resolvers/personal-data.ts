// Resolvers of erasures and exports of a person's own data.
import { signedIn } from "../../../../platform/identity/identity.ts";
import { toResult } from "../../../../platform/core/errors.ts";
import { uuidOrNull } from "../../../../platform/core/input.ts";
import { requestExport } from "../../commands/data-exports.ts";
import { eraseUser, type Erasing } from "../../commands/erasures.ts";
import type { Credentials } from "../../credentials/credentials.ts";
import { pathOfExport } from "../../notifications/exports.ts";
import { findLastExport } from "../../queries/data-exports.ts";
import { findErasure } from "../../queries/erasures.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { userById, type Context } from "../context.ts";

export function personalDataResolvers(credentials: Pick<Credentials, "confirm">, erasing: Omit<Erasing, "notifier">) {
  async function erase(context: Context, password: string) {
    const { viewer } = await credentials.confirm(context, password);
    const erased = await context.database.transaction((tx) =>
      eraseUser(tx, { ...erasing, notifier: context.notifier }, viewer.userId),
    );
    context.loaders.user.clear(viewer.userId);
    return { ...erased, userId: viewer.userId };
  }

  return {
    Query: {
      erasure: async (_, { id, secret }, { database }) =>
        uuidOrNull(id) ? ((await findErasure(database, id, secret)) ?? null) : null,
    } satisfies Resolvers<Context>["Query"],
    User: {
      dataExport: async (user, _, { viewer, database }) =>
        viewer?.userId === user.id ? ((await findLastExport(database, user.id)) ?? null) : null,
    } satisfies Resolvers<Context>["User"],
    DataExport: {
      path: ({ id, readyAt }) => (readyAt ? pathOfExport(id) : null),
    } satisfies Resolvers<Context>["DataExport"],
    Mutation: {
      requestDataExport: async (_, __, context) => {
        const { userId } = signedIn(context);
        await context.database.transaction((tx) => requestExport(tx, userId));
        return (await findLastExport(context.database, userId))!;
      },
      deleteAccount: (_, { password }, context) =>
        toResult("User", (async () => userById(context, (await erase(context, password)).userId))()),
      eraseAccount: (_, { password }, context) => toResult("ErasedAccount", erase(context, password)),
    } satisfies Resolvers<Context>["Mutation"],
  };
}
