// Scanner devices by the device authorization grant: an app that asks for `gate:scan` gets no access to an account. A manager chooses the
// organization and the events, and the tokens are those of a new device of that organization.
import type { Provider } from "oidc-provider";
import { GraphQLError } from "graphql";
import { actingOf, withActing } from "../../../../platform/audit/acting.ts";
import { NotFound } from "../../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../../platform/core/ids.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import type { Viewer } from "../../../../platform/identity/identity.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import { isManager, missingFor } from "../../access.ts";
import { createDevice } from "../../commands/machines.ts";
import { answerDeviceCode } from "../../commands/openid-records.ts";
import { DEVICE } from "../../entities/device.ts";
import { GRAPH, SCANNER_SCOPE } from "../../entities/app-scopes.ts";
import { scannerChoice, type ScannerChoice } from "../../inputs.ts";
import { findOpenOrganizations } from "../../queries/organizations.ts";
import { findStanding } from "../../queries/standing.ts";

export type ScannerAnswer =
  | { kind: "done" }
  /** The code is unknown, or was answered before. */
  | { kind: "unknown" }
  /** The person has to prove who they are, or to add a second factor, first. */
  | { kind: "elevate"; reason: string }
  | { kind: "invalid"; field: string; message: string };

const NOT_MANAGED: ScannerAnswer = {
  kind: "invalid",
  field: "organizationId",
  message: "Choose an organization that you manage.",
};

/** Organizations for which this person may pair devices, by name. */
export function organizationsFor(database: Database, person: Viewer): Promise<{ id: string; name: string }[]> {
  const ids = Object.keys(person.memberships).filter((id) => isManager(person, id));
  return findOpenOrganizations(database, ids);
}

interface Paired {
  provider: Provider;
  database: Database;
  network: string;
  person: Viewer;
  userCodeHash: string;
  clientId: string;
}

/** Thrown to roll back the device of an answer that was not the first. */
class AnsweredBefore extends Error {}

/** Creates the device and answers its code in one transaction: a second answer creates no device. */
export async function pairScanner(paired: Paired, given: unknown): Promise<ScannerAnswer> {
  const { database, person } = paired;
  try {
    const chosen = parseInput(scannerChoice, given, "device");
    if (!isManager(person, chosen.organizationId)) return NOT_MANAGED;
    // As for an API key.
    const reason = missingFor("createApiKey", await findStanding(database, person));
    if (reason !== undefined) return { kind: "elevate", reason };
    await pair(paired, chosen);
    return { kind: "done" };
  } catch (error) {
    if (error instanceof AnsweredBefore) return { kind: "unknown" };
    // The organization was closed.
    if (error instanceof NotFound) return NOT_MANAGED;
    const { code, field } = error instanceof GraphQLError ? error.extensions : {};
    if (code !== "BAD_USER_INPUT") throw error;
    return { kind: "invalid", field: String(field).replace(/^device\./, ""), message: (error as Error).message };
  }
}

async function pair({ provider, database, network, person, userCodeHash, clientId }: Paired, chosen: ScannerChoice) {
  const { organizationId, name, gate = null, eventIds = null } = chosen;
  const id = uuid();
  const accountId = `${DEVICE}${id}`;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope("openid offline_access");
  grant.addResourceScope(GRAPH, SCANNER_SCOPE);
  // A process that dies now leaves a grant of no device: it gives no tokens.
  const grantId = await grant.save();
  const payload = { accountId, grantId, scope: `openid ${SCANNER_SCOPE} offline_access`, resource: GRAPH };
  try {
    await withActing(database, actingOf(person, network)).transaction(async (tx) => {
      await createDevice(tx, person.userId, { id, organizationId, name, gate, eventIds });
      if (!(await answerDeviceCode(tx, { userCodeHash, payload, grantId, userId: null }))) throw new AnsweredBefore();
    });
  } catch (error) {
    // After another error the transaction may have committed: then the device needs the grant.
    if (error instanceof AnsweredBefore) await grant.destroy();
    throw error;
  }
}
