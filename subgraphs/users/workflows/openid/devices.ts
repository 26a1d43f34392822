// Device authorization grant (RFC 8628): a person enters the code of a device, sees its app and its network, and allows or denies the access.
// Wrong codes are counted by network, both when they are entered and when they are answered, because the code of another device may be guessed.
import type { Provider } from "oidc-provider";
import { GraphQLError } from "graphql";
import type { Database } from "../../../../platform/postgres/database.ts";
import { answerDeviceCode } from "../../commands/openid-records.ts";
import { returnDeviceTry, takeDeviceTry } from "../../commands/device-tries.ts";
import type { Viewer } from "../../../../platform/identity/identity.ts";
import { APP_SCOPES, GRAPH, GRAPH_SCOPES, SCANNER_SCOPE } from "../../entities/app-scopes.ts";
import { findClient } from "../../queries/oauth-clients.ts";
import { findProofs } from "../../queries/people.ts";
import { hashOf } from "./adapter.ts";
import { wordsFor, type Scope } from "./interactions.ts";
import { organizationsFor, pairScanner, type ScannerAnswer } from "./scanners.ts";

export type DeviceQuestion =
  /** Too many codes were entered from this network. */
  | { kind: "later"; seconds: number }
  | {
      kind: "device";
      app: string;
      organization: string | null;
      place: string;
      device: string;
      askedAt: string;
      scopes: Scope[];
    }
  | {
      kind: "scanner";
      app: string;
      place: string;
      device: string;
      askedAt: string;
      /** Organizations that the person manages, by name. */
      organizations: { id: string; name: string }[];
    }
  | ScannerAnswer;

export interface AskedDevice {
  provider: Provider;
  database: Database;
  /** As typed. */
  code: string;
  network: string;
  person: Viewer;
}

const normalized = (code: string) => code.toUpperCase().replaceAll(/[^A-Z]/g, "");

async function codeOf({ provider, code }: AskedDevice) {
  const found = await provider.DeviceCode.findByUserCode(normalized(code));
  return found && found.accountId === undefined && found.error === undefined ? found : undefined;
}

/** Counts a code that was entered. Undefined, unless the network has entered too many. */
async function tooMany({ database, network }: AskedDevice): Promise<DeviceQuestion | undefined> {
  try {
    await takeDeviceTry(database, network);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: "later", seconds: Number(error.extensions.retryAfterSeconds) };
    throw error;
  }
}

export async function deviceQuestion(asked: AskedDevice): Promise<DeviceQuestion> {
  const { database } = asked;
  const refused = await tooMany(asked);
  if (refused) return refused;
  const found = await codeOf(asked);
  const client = found && (await findClient(database, found.clientId!));
  if (!client) return { kind: "unknown" };
  await returnDeviceTry(database, asked.network);
  const { place = "", device = "" } = (found.deviceInfo ?? {}) as { place?: string; device?: string };
  const asking = { app: client.name, place, device, askedAt: new Date(found.iat! * 1_000).toISOString() };
  if (asksForScanner(found.params))
    return { kind: "scanner", ...asking, organizations: await organizationsFor(database, asked.person) };
  return {
    kind: "device",
    ...asking,
    organization: client.organizationName,
    scopes: scopesOf(found.params).map((name) => ({ name, words: wordsFor(name) })),
  };
}

const scopesOf = (params: Record<string, unknown> | undefined) =>
  String(params?.scope ?? "")
    .split(" ")
    .filter((scope) => wordsFor(scope) !== "");

const asksForScanner = (params: Record<string, unknown> | undefined) => scopesOf(params).includes(SCANNER_SCOPE);

export interface DeviceReply {
  allows: boolean;
  /** Of a scanner device; checked here. */
  scanner?: unknown;
}

/** Of several answers the first counts. */
export async function answerDevice(asked: AskedDevice, { allows, scanner }: DeviceReply): Promise<DeviceQuestion> {
  const { database, provider, person, code } = asked;
  const refused = await tooMany(asked);
  if (refused) return refused;
  const [found, proofs] = [await codeOf(asked), await findProofs(database, person)];
  if (!found || !proofs) return { kind: "unknown" };
  await returnDeviceTry(database, asked.network);
  const userCodeHash = hashOf(normalized(code));
  if (!allows) {
    const payload = { error: "access_denied", errorDescription: "the person did not allow it" };
    await answerDeviceCode(database.read(), { userCodeHash, payload, grantId: null, userId: person.userId });
    return { kind: "done" };
  }
  if (asksForScanner(found.params)) return pairScanner({ ...asked, userCodeHash, clientId: found.clientId! }, scanner);
  const asks = String(found.params?.scope ?? "").split(" ");
  const grant = new provider.Grant({ accountId: person.userId, clientId: found.clientId! });
  const ofApi = asks.filter((scope) => scope in APP_SCOPES);
  grant.addOIDCScope(asks.filter((scope) => !GRAPH_SCOPES.has(scope)).join(" "));
  if (ofApi.length > 0) grant.addResourceScope(GRAPH, ofApi.join(" "));
  const grantId = await grant.save();
  const payload = {
    accountId: person.userId,
    grantId,
    scope: asks.join(" "),
    resource: GRAPH,
    amr: proofs.amr,
    authTime: Math.floor(proofs.authTime.getTime() / 1_000),
  };
  const isFirst = await answerDeviceCode(database.read(), { userCodeHash, payload, grantId, userId: person.userId });
  if (!isFirst) await grant.destroy();
  return { kind: isFirst ? "done" : "unknown" };
}
