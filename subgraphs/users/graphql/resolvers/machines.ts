// Resolvers of API keys and devices.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { belongsTo, isManager } from "../../access.ts";
import { createApiKey, revokeApiKey, revokeDevice } from "../../commands/machines.ts";
import { ApiKeyEntity, type ApiKey } from "../../entities/api-key.ts";
import { DeviceEntity, type Device } from "../../entities/device.ts";
import { createApiKeyInput } from "../../inputs.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { managerOf, requireStepUp, type Context } from "../context.ts";

const creatorOf = ({ createdBy }: { createdBy: string }, _: unknown, { loaders }: Context) =>
  loaders.user.load(createdBy);

/** For its managers. @throws NotFound for viewers who are no members, GraphQLError FORBIDDEN for other members */
async function ofOwnOrganization<Machine extends { organizationId: string }>(
  context: Context,
  found: Machine | null | undefined,
  what: string,
): Promise<Machine> {
  const viewer = signedIn(context);
  if (!found || !belongsTo(viewer, found.organizationId)) throw new NotFound(what);
  await managerOf(context, found.organizationId);
  return found;
}

async function keyById({ database }: Context, id: string): Promise<ApiKey | null> {
  return uuidOrNull(id) ? database.read().findOne(ApiKeyEntity, { id }) : null;
}

async function deviceById({ database }: Context, id: string): Promise<Device | null> {
  return uuidOrNull(id) ? database.read().findOne(DeviceEntity, { id }) : null;
}

export const machineResolvers = {
  Mutation: {
    createApiKey: (_, { input }, context) =>
      toResult(
        "ApiKey",
        (async () => {
          const viewer = await managerOf(context, input.organizationId);
          const parsed = parseInput(createApiKeyInput, input);
          await requireStepUp(context, "createApiKey");
          const { id, key } = await context.database.transaction((tx) =>
            createApiKey(tx, viewer.userId, { ...parsed, organizationId: input.organizationId.toLowerCase() }),
          );
          return { ...(await keyById(context, id))!, key };
        })(),
      ),
    revokeApiKey: (_, { id }, context) =>
      toResult(
        "ApiKey",
        (async () => {
          const found = await ofOwnOrganization(context, await keyById(context, id), "API key");
          await context.database.transaction((tx) => revokeApiKey(tx, context.notifier, found));
          return found;
        })(),
      ),
    revokeDevice: (_, { id }, context) =>
      toResult(
        "Device",
        (async () => {
          const found = await ofOwnOrganization(context, await deviceById(context, id), "device");
          await context.database.transaction((tx) => revokeDevice(tx, context.notifier, found));
          return found;
        })(),
      ),
  },
  Organization: {
    apiKeys: ({ id }, _, { viewer, loaders }) => (isManager(viewer, id) ? loaders.openApiKeys.load(id) : []),
    devices: ({ id }, _, { viewer, loaders }) => (isManager(viewer, id) ? loaders.openDevices.load(id) : []),
  },
  ApiKey: { createdBy: creatorOf },
  Device: { createdBy: creatorOf },
} satisfies Resolvers<Context>;
