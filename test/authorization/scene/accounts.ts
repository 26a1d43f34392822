// The parts of the scene that belong to accounts: apps, machines, factors, and tokens that are refused.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import type { Data } from "../../../local/client.ts";
import { PASSWORD, signUp, type Person } from "../../../local/fixtures.ts";
import { pairDevice } from "../../../testkit/machines.ts";
import type { TestSupergraph } from "../../../testkit/supergraph.ts";
import type { RefusedToken } from "../viewers.ts";

/** Issuer that nobody listens at. */
const ELSEWHERE = "http://127.0.0.1:1/";

export function providersFile(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "boxoffice-")), "providers.json");
  const provider = {
    id: "elsewhere",
    name: "Elsewhere",
    issuer: ELSEWHERE,
    clientId: "client",
    clientSecret: "secret",
  };
  writeFileSync(file, JSON.stringify([provider]));
  return file;
}

export async function invite(owner: Person, organizationId: string, email: string): Promise<Data> {
  const { inviteMember } = await owner.client.ask(
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on Invitation { id token } } }`,
    { input: { organizationId, email, role: "SCANNER", idempotencyKey: randomUUID() } },
  );
  return inviteMember;
}

export async function addMachines(
  supergraph: TestSupergraph,
  owner: Person,
  organizationId: string,
): Promise<{ apiKey: Data; device: string }> {
  const { createApiKey: apiKey } = await owner.client.ask(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKey { id key } } }`,
    { input: { organizationId, name: "Reports", role: "MANAGER", scopes: ["org:read"] } },
  );
  const device = await pairDevice(supergraph, owner.id, organizationId);
  return { apiKey, device: device.id };
}

/** From then on the person is asked for a code at sign-in. Returns the linked identity. */
export async function addFactors(supergraph: TestSupergraph, personId: string, sessionId: string): Promise<string> {
  const identity = randomUUID();
  await supergraph.query(
    "users",
    `with app as (insert into totp (id, user_id, enrolled_in, sealed_secret, confirmed_at) values (gen_random_uuid(), $1, $2, 'sealed', now())),
       key as (insert into passkey (id, user_id, public_key, counter, device_type, backed_up, aaguid, name, created_at, last_used_at)
               values ('1-passkey-of-the-buyer', $1, '', 0, 'singleDevice', false, gen_random_uuid(), 'Phone', now(), now())),
       elsewhere as (insert into identity (id, issuer, subject, user_id, label, created_at, last_used_at)
                     values ($3, $4, 'the buyer', $1, 'buyer@elsewhere.example', now(), now()))
     insert into recovery_code (code_hash, user_id) values ('hash', $1)`,
    [personId, sessionId, identity, ELSEWHERE],
  );
  return identity;
}

/** Staff view the system as the person, and stop. Returns the view. */
export async function viewOnce(staff: Person, personId: string): Promise<string> {
  const { viewAs: view } = await staff.client.ask(
    `mutation ($input: ViewAsInput!) { viewAs(input: $input) { ... on SupportSession { id } } }`,
    { input: { userId: personId, reason: "asked by phone" } },
  );
  await staff.client.ask(`mutation ($id: ID!) { endViewAs(id: $id) { __typename } }`, { id: view.id });
  return view.id as string;
}

export async function eraseSomebody(connect: TestSupergraph["client"]): Promise<Data> {
  const gone = await signUp(connect);
  const { erased } = await gone.client.ask(
    `mutation ($p: String!) { erased: eraseAccount(password: $p) { ... on ErasedAccount { erasureId secret } } }`,
    { p: PASSWORD },
  );
  return erased;
}

export async function refusedTokens(
  { client: connect }: TestSupergraph,
  suspended: Person,
  good: string,
): Promise<Record<RefusedToken, string>> {
  const [signedOut, deleted] = await Promise.all([signUp(connect), signUp(connect)]);
  await signedOut.client.ask(`mutation { signOut }`);
  await deleted.client.ask(`mutation ($p: String!) { deleteAccount(password: $p) { __typename } }`, { p: PASSWORD });
  const [header, , signature] = good.split(".");
  const altered = Buffer.from(JSON.stringify({ ...decodeJwt(good), sub: randomUUID() })).toString("base64url");
  const own = generateKeyPairSync("ed25519").privateKey;
  return {
    garbled: "nonsense",
    forged: await new SignJWT(decodeJwt(good)).setProtectedHeader(decodeProtectedHeader(good) as never).sign(own),
    altered: `${header}.${altered}.${signature}`,
    signedOut: signedOut.client.token!,
    suspended: suspended.client.token!,
    deleted: deleted.client.token!,
  };
}

/** Registers an app of the organization, which the person has allowed something. */
export async function addApp(supergraph: TestSupergraph, organizationId: string, personId: string): Promise<string> {
  const id = randomUUID();
  await supergraph.query(
    "users",
    `with app as (insert into oauth_client (id, organization_id, name, redirect_uris) values ($1, $2, 'Calendar', '{https://app.example/callback}'))
     insert into oidc_record (model, id_hash, payload, grant_id, user_id, client_id, is_offline, expires_at)
     values ('Grant', 'hash', '{"resources": {"urn:boxoffice:graph": "orders:read"}}', 'grant', $3, $1, true, now() + interval '1 day')`,
    [id, organizationId, personId],
  );
  return id;
}
