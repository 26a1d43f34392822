// Devices of an organization as the device flow makes them, and what schemas grant limited viewers.
import { randomUUID } from "node:crypto";
import { parse } from "graphql";
import { plainNames } from "../platform/graphql/linked-directives.ts";
import { readGranted, type Granted } from "../platform/graphql/scope-requirements.ts";
import { createDevice } from "../subgraphs/users/commands/machines.ts";
import { DEVICE } from "../subgraphs/users/entities/device.ts";
import { createTokens } from "../subgraphs/users/credentials/tokens.ts";
import { read } from "./project-files.ts";
import type { TestSupergraph } from "./supergraph.ts";

export interface PairedDevice {
  id: string;
  /** Access token. */
  token: string;
}

/** @param eventIds null: all events of the organization */
export async function pairDevice(
  { subgraphs, env }: Pick<TestSupergraph, "subgraphs" | "env">,
  by: string,
  organizationId: string,
  eventIds: string[] | null = null,
): Promise<PairedDevice> {
  const { database } = subgraphs.users!;
  const id = randomUUID();
  await database.transaction((tx) =>
    createDevice(tx, by, { id, organizationId, name: "Scanner 1", gate: "North", eventIds }),
  );
  const tokens = createTokens(() => database, { secret: env.USERS_SECRET!, otherSecret: undefined });
  const { accessToken } = await tokens.signAccessToken(id, `${DEVICE}${id}`, ["gate:scan"]);
  return { id, token: accessToken };
}

/** The tags about limited viewers in the schema of a subgraph, by coordinate. */
export function grantedBy(subgraph: string): Map<string, Granted> {
  const document = parse(read(`subgraphs/${subgraph}/schema.graphql`));
  return readGranted(document, plainNames(document));
}
