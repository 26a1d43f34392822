// Viewers that may do less than their account: API keys, devices, and sessions with scopes. Each mutation and each field that is not public is
// refused, unless a tag grants it. Tags come from the schemas.
import { grantedBy, pairDevice } from "../testkit/machines.ts";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import type { Data } from "../local/client.ts";
import { signUp } from "../local/fixtures.ts";
import { ownerOf, SUBGRAPHS } from "./authorization/all-viewers.ts";
import { CHANGES } from "./authorization/changes.ts";
import type { Change } from "./authorization/changes/change.ts";
import { SPECIMENS } from "./authorization/reads.ts";
import { key, setScene, type Scene } from "./authorization/scene.ts";
import { api, askFor, documentFor } from "./authorization/schemas.ts";
import { expectedOf, namesIn } from "./authorization/specimens.ts";
import { asking, askingSubgraph, type Ask, type Told } from "./authorization/transports.ts";
import { everything } from "./rows.ts";
import { untilRefused } from "./signed-in.ts";

type Viewer = Exclude<Parameters<TestSupergraph["viewerToken"]>[0], null>;

interface Limited {
  token: string;
  scopes: string[];
  viewer: Viewer;
}

let scene: Scene;
let limited: Record<string, Limited>;

beforeAll(async () => {
  scene = await setScene();
  const { id: userId, sessionId } = scene.people.buyer;
  const app = await signUp(scene.supergraph.client);
  await scene.supergraph.query(
    "users",
    "update session set kind = 'GUEST', scopes = '{profile,orders:read}', actor_kind = 'guest', actor_id = user_id where user_id = $1",
    [app.id],
  );
  limited = {
    "a key for reports": await withKey("MANAGER", ["org:read"]),
    "a key for events": await withKey("MANAGER", ["events:write"]),
    "a key for entrances": await withKey("SCANNER", ["gate:scan"]),
    "a device": await withDevice(null),
    "a session with scopes": {
      token: app.client.token!,
      scopes: ["profile", "orders:read", "session"],
      viewer: { userId, sessionId, staff: false, verified: true, memberships: {}, scopes: ["profile", "orders:read"] },
    },
  };
});
afterAll(() => scene?.stop());

async function withKey(role: string, scopes: string[], eventIds?: string[]): Promise<Limited & { id: string }> {
  const { createApiKey } = await scene.people.owner.client.ask(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename ... on ApiKey { id key } } }`,
    { input: { organizationId: scene.organizationId, name: "Test", role, scopes, eventIds } },
  );
  return { ...machine(createApiKey.id, role, scopes), token: createApiKey.key, id: createApiKey.id };
}

async function withDevice(eventIds: string[] | null): Promise<Limited & { id: string }> {
  const device = await pairDevice(scene.supergraph, scene.people.owner.id, scene.organizationId, eventIds);
  return { ...machine(device.id, "SCANNER", ["gate:scan"]), ...device };
}

function machine(id: string, role: string, scopes: string[]): Pick<Limited, "scopes" | "viewer"> {
  const memberships = { [scene.organizationId]: role };
  return { scopes, viewer: { userId: id, sessionId: id, staff: false, verified: true, memberships, scopes } };
}

const TAGS = SUBGRAPHS.map(grantedBy);
/** Whether each subgraph that says something about the coordinate grants it. */
const isGranted = (coordinate: string, scopes: readonly string[]) =>
  TAGS.every((tags) => {
    const found = tags.get(coordinate);
    return !found || found.scopes.some((scope) => scope === "any" || scopes.includes(scope));
  });

const SCOPE_MESSAGE = /requires the scope|only for the owner of the account/;
const isRefused = ({ errors }: Told) =>
  errors.some(({ extensions, message }) => extensions.code === "FORBIDDEN" && SCOPE_MESSAGE.test(message));
/** They would use up the ticket of the scene. */
const SCANS = ["checkIn", "uploadScans"];

/** Tables that say when a machine was used, and refusals by their keys. */
const LEFT_OUT = ["idempotency_key", "api_key", "device", "viewer_change"];

test("every mutation without a granted scope is refused over each transport and at its subgraph, and changes nothing", async () => {
  const before = await everything(scene.supergraph, LEFT_OUT);
  const problems: string[] = [];
  let refused = 0;
  for (const [who, { token, scopes, viewer }] of Object.entries(limited)) {
    const cases = Object.entries(CHANGES).filter(([name]) => !isGranted(`Mutation.${name}`, scopes));
    refused += cases.length;
    const tryAll = async (where: string, askFor: (name: string) => Promise<Ask>) => {
      for (const [name, changes] of cases) {
        const [change] = [changes].flat() as Change[];
        const told = await (await askFor(name))(documentFor("Mutation", name, api), change!.given(scene));
        if (!isRefused(told)) problems.push(`${who}, ${where}: ${name} is ${JSON.stringify(told).slice(0, 200)}`);
      }
    };
    for (const transport of ["HTTP", "event stream"] as const) {
      const { ask, close } = asking(scene.supergraph.url, token, transport);
      await tryAll(transport, async () => ask);
      await close();
    }
    await tryAll("at the subgraph", async (name) => {
      const subgraph = ownerOf("Mutation", name);
      return askingSubgraph(scene, subgraph, await scene.supergraph.viewerToken(viewer, subgraph));
    });
  }
  expect(problems).toEqual([]);
  expect(refused).toBeGreaterThan(5 * 60);
  expect(await everything(scene.supergraph, LEFT_OUT)).toEqual(before);
});

test("a mutation with a granted scope passes, as far as the role allows it", async () => {
  const outcomes: Record<string, string> = {};
  for (const [who, { token, scopes }] of Object.entries(limited))
    for (const [name, changes] of Object.entries(CHANGES).filter(([name]) => isGranted(`Mutation.${name}`, scopes))) {
      const [change] = [changes].flat() as Change[];
      if (change!.tried === null || name === "signOut" || SCANS.includes(name)) continue;
      const values = change!.given(scene);
      const variables =
        "input" in values
          ? { input: { ...(values.input as object), ...change!.tried } }
          : { ...values, ...change!.tried };
      const { ask } = asking(scene.supergraph.url, token, "HTTP");
      const told = await ask(documentFor("Mutation", name, api), variables);
      if (told.errors.some(({ extensions, path }) => extensions.code === "FORBIDDEN" && path?.length === 1))
        outcomes[`${who}: ${name}`] = told.errors[0]!.message;
    }
  expect(outcomes).toEqual({});
});

interface OfSpecimen {
  name: string;
  document: string;
  places: [alias: string, field: string][];
}

/** An operation for each specimen, with each of its fields by a path of its own: a denied field may null its parents. */
const OPERATIONS = Object.entries(SPECIMENS).map(([name, specimen]): OfSpecimen => {
  const ids = [...new Set([...specimen.path.matchAll(/\$(\w+)/g)].map(([, id]) => `$${id}: ID!`))];
  const places = namesIn(specimen).map((field): [string, string] => [`of_${field}`, field]);
  const parts = places.map(
    ([alias, field]) => `${alias}: ${specimen.path.replace("@", `__typename ${askFor(api, specimen.type, field)}`)}`,
  );
  const given = ids.length > 0 ? `(${ids.join(", ")})` : "";
  return { name, document: `query ${given} { ${parts.join("\n")} }`, places };
});

function valueAt(data: Told["data"], alias: string, { path }: { path: string }, field: string): unknown {
  const [, ...steps] = [...path.matchAll(/(\w+)(?:\([^)]*\))? \{/g)].map(([, step]) => step!);
  let found: Data = data?.[alias];
  for (const step of steps) found = [found?.[step]].flat()[0];
  return found?.[field];
}

const isSomething = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== 0 && value !== false;

test("a limited viewer sees nothing beyond its scopes and its role", async () => {
  const ofManager = expectedOf("manager");
  for (const [who, { token, scopes }] of Object.entries(limited)) {
    const { ask } = asking(scene.supergraph.url, token, "HTTP");
    const seen: [name: string, field: string][] = [];
    for (const { name, document, places } of OPERATIONS) {
      const { data, errors } = await ask(document, scene.ids);
      // The operation itself is right: only fields are refused.
      expect([who, name, data === null ? errors : null]).toEqual([who, name, null]);
      for (const [alias, field] of places)
        if (isSomething(valueAt(data, alias, SPECIMENS[name]!, field))) seen.push([name, field]);
    }
    const beyond = seen.filter(([name, field]) => {
      const { type } = SPECIMENS[name]!;
      return !isGranted(type, scopes) || !isGranted(`${type}.${field}`, scopes) || !ofManager.has(`${name}: ${field}`);
    });
    expect([who, beyond]).toEqual([who, []]);
    const fields = new Set(seen.map(([name, field]) => `${SPECIMENS[name]!.type}.${field}`));
    const secrets = [
      "User.email",
      "User.sessions",
      "Ticket.code",
      "Ticket.qr",
      "Ticket.pdf",
      "Order.pdf",
      "Organization.apiKeys",
    ];
    expect([who, secrets.filter((one) => fields.has(one))]).toEqual([who, []]);
    if (who === "a key for reports")
      for (const one of ["Organization.orders", "Organization.statements", "Organization.members", "Order.total"])
        expect(fields).toContain(one);
    if (who === "a device") expect(fields).toContain("Ticket.status");
  }
});

const CHECK_IN = `mutation ($code: String!) { checkIn(code: $code) { __typename } }`;

test("a machine that is limited to events sees and lets in no ticket of another one", async () => {
  const { event, cancelled, kept } = scene.ids;
  const query = `query ($t: ID!, $e: ID!) { ticket(id: $t) { status } event(id: $e) { checkInBundle { publicKey } } }`;
  const elsewhere = [await withDevice([cancelled!]), await withKey("MANAGER", ["gate:scan"], [cancelled!])];
  for (const { token } of elsewhere) {
    const { client } = scene.supergraph;
    expect(await client(token).ask(query, { t: kept, e: event })).toEqual({
      ticket: null,
      event: { checkInBundle: null },
    });
    expect((await client(token).ask(CHECK_IN, { code: scene.values.code })).checkIn.__typename).toBe("NotFound");
    const upload = await client(token).ask(
      `mutation ($input: UploadScansInput!) { uploadScans(input: $input) { __typename } }`,
      {
        input: { eventId: event, scans: [{ id: key(), code: scene.values.code, scannedAt: new Date().toISOString() }] },
      },
    );
    expect(upload.uploadScans.__typename).toBe("NotFound");
  }
  const here = await withDevice([event!]);
  const seen = await scene.supergraph.client(here.token).ask(query, { t: kept, e: event });
  expect(seen).toMatchObject({
    ticket: { status: "VALID" },
    event: { checkInBundle: { publicKey: expect.anything() } },
  });
  const { checkIn } = await scene.supergraph.client(here.token).ask(CHECK_IN, { code: scene.values.code });
  expect(["Ticket", "TicketFrozen"]).toContain(checkIn.__typename);
});

test.each([
  ["a key", "revokeApiKey", () => withKey("MANAGER", ["org:read"])],
  ["a device", "revokeDevice", () => withDevice(null)],
])("%s is refused within five seconds after it is revoked, and its sockets close", async (_, mutation, make) => {
  const { token, id } = await make();
  const client = scene.supergraph.client(token);
  const feed = client.subscribe(`subscription ($id: ID!) { seatsChanged(eventId: $id) { cursor } }`, {
    id: scene.ids.event,
  });
  await feed.until((messages) => messages.length > 0);
  const revoke = `mutation ($id: ID!) { done: ${mutation}(id: $id) { __typename } }`;
  const begun = Date.now();
  for (let times = 0; times < 2; times++)
    expect((await scene.people.manager.client.ask(revoke, { id })).done.__typename).not.toBe("NotFound");
  expect(await untilRefused(scene.supergraph, token)).toBeLessThan(5_000);
  await expect(feed.until(() => false, 5_000)).rejects.toThrow(/ended/);
  expect(Date.now() - begun).toBeLessThan(10_000);
  await client.close();
});

test("a key is shown once, listed with its last use, and gone from the list when it is revoked", async () => {
  const { token, id } = await withKey("SCANNER", ["gate:scan"]);
  expect(token).toMatch(/^bx_/);
  await scene.supergraph.client(token).ask("{ me { id } }");
  const list = `query ($id: ID!) { organization(id: $id) { apiKeys { id key role scopes createdBy { id } lastUsedAt expiresAt } } }`;
  const listed = async () =>
    (await scene.people.owner.client.ask(list, { id: scene.organizationId })).organization.apiKeys.find(
      (one: { id: string }) => one.id === id,
    );
  const found = await listed();
  expect(found).toMatchObject({
    key: null,
    role: "SCANNER",
    scopes: ["gate:scan"],
    createdBy: { id: scene.people.owner.id },
  });
  expect(Date.parse(found.expiresAt) - Date.now()).toBeLessThanOrEqual(365 * 86_400_000);
  const [stored] = await scene.supergraph.query<{ row: string }>(
    "users",
    "select k::text as row from api_key k where id = $1",
    [id],
  );
  expect(stored!.row).not.toContain(token.split("_")[2]);
});

test("a key that is wrong in any part is UNAUTHENTICATED", async () => {
  const { token } = limited["a key for reports"]!;
  const wrong = [token.slice(0, -1), `${token.slice(0, -6)}000000`, `bx_${token.slice(3).toUpperCase()}`, "bx_"];
  for (const one of wrong) {
    const { status, errors } = await scene.supergraph.client(one).send("{ me { id } }");
    expect([one, status, errors?.[0]?.extensions.code]).toEqual([one, 401, "UNAUTHENTICATED"]);
  }
});

test.each([
  [{ role: "OWNER" }, "input.role"],
  [{ scopes: [] }, "input.scopes"],
  [{ scopes: ["profile"] }, "input.scopes"],
  [{ scopes: ["org:read"], eventIds: ["00000000-0000-4000-8000-000000000000"] }, "input.eventIds"],
  [{ scopes: ["gate:scan"], eventIds: [] }, "input.eventIds"],
  [{ expiresAt: "2020-01-01T00:00:00Z" }, "input.expiresAt"],
  [{ expiresAt: "2999-01-01T00:00:00Z" }, "input.expiresAt"],
])("a key with %j is refused at %s", async (more, field) => {
  const { errors } = await scene.people.owner.client.send(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }`,
    { input: { organizationId: scene.organizationId, name: "Test", role: "MANAGER", scopes: ["org:read"], ...more } },
  );
  expect(errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
  expect(errors![0]!.message).toContain(field);
});

test("a key goes on working when the person who created it leaves, and ends when the organization closes", async () => {
  const { supergraph } = scene;
  const owner = await signUp(supergraph.client);
  const { createOrganization: made } = await owner.client.ask(
    `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { ... on Organization { id } } }`,
    { input: { name: "Haus", idempotencyKey: key() } },
  );
  const second = await signUp(supergraph.client);
  const set = (by: typeof owner, userId: string, role: string | null) =>
    by.client.ask(
      `mutation ($o: ID!, $u: ID!, $r: Role) { setMember(organizationId: $o, userId: $u, role: $r) { __typename } }`,
      { o: made.id, u: userId, r: role },
    );
  await set(owner, second.id, "OWNER");
  const { createApiKey } = await second.client.ask(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKey { key } } }`,
    { input: { organizationId: made.id, name: "Test", role: "MANAGER", scopes: ["org:read"] } },
  );
  const members = () =>
    supergraph
      .client(createApiKey.key)
      .send(`query ($id: ID!) { organization(id: $id) { members { role } } }`, { id: made.id });
  expect((await members()).data.organization.members).toHaveLength(2);
  await set(second, second.id, null);
  expect((await members()).data.organization.members).toHaveLength(1);
  await supergraph.query("users", "update organization set sales_known = true where id = $1", [made.id]);
  await set(owner, owner.id, null);
  expect(await untilRefused(supergraph, createApiKey.key)).toBeLessThan(6_000);
});
