// Platform staff view the account of a person: they read and change nothing, the person is told, and it ends with the session of staff.
import { randomUUID } from "node:crypto";
import { buildSchema, type GraphQLObjectType } from "graphql";
import { decodeJwt } from "jose";
import type { Client, Data } from "../local/client.ts";
import { buy, openShow, PASSWORD, signIn, signInAsStaff, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { read } from "../testkit/project-files.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const [STAFF_ID, OTHER_STAFF_ID] = [randomUUID(), randomUUID()];
let mail: RunningMailCatcher;
let supergraph: TestSupergraph;
let staff: Person;
let show: Show;
let ada: Person;
let order: Data;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, PLATFORM_STAFF: `${STAFF_ID},${OTHER_STAFF_ID}` });
  [show, ada, staff] = await Promise.all([
    openShow(supergraph.client),
    signUp(supergraph.client, "Ada"),
    signInAsStaff(supergraph, STAFF_ID),
  ]);
  await ada.client.ask(`mutation { setPreferences(input: { locale: "de-AT" }) { id } }`);
  order = (await buy(ada.client, show.eventId, [show.seats[0].id])).order;
  await supergraph.settle();
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});
afterEach(() => supergraph.advance(0));

const VIEW = `mutation ($input: ViewAsInput!) { viewAs(input: $input) {
  __typename ... on SupportSession { id accessToken accessTokenExpiresAt user { id } } ... on ElevationRequired { reason }
} }`;
const input = (userId: string, rest = {}) => ({ input: { userId, reason: "Ticket 17: asked by phone", ...rest } });

async function view(by: Client, { id }: { id: string }, rest = {}): Promise<{ id: string; client: Client }> {
  const { viewAs } = await by.ask(VIEW, input(id, rest));
  expect(viewAs).toMatchObject({ __typename: "SupportSession", user: { id } });
  return { id: viewAs.id, client: supergraph.client(viewAs.accessToken) };
}

const anotherSession = () => signIn((token) => supergraph.client(token), staff);
const codeOf = async (client: Client, query = "{ me { id } }") =>
  (await client.send(query)).errors?.[0]?.extensions.code;
const readsUntilEnded = (client: Client) =>
  until(async () => (await codeOf(client)) === "UNAUTHENTICATED", "the view has ended", 6_000);

test("the view reads the account, without ticket codes and whole addresses, for as many minutes as asked", async () => {
  const { client } = await view(staff.client, ada, { minutes: 7 });
  const { sub, exp, iat, scope } = decodeJwt<{ scope: string }>(client.token!);
  expect({ sub, scope }).toEqual({ sub: ada.id, scope: "profile orders:read tickets:read org:read" });
  expect(exp! - iat!).toBeGreaterThan(6 * 60);
  expect(exp! - iat!).toBeLessThanOrEqual(7 * 60);
  const query = `query ($id: ID!) { me { id displayName } order(id: $id) { id number tickets { id holderName code qr } } }`;
  const { data } = await client.send(query, { id: order.id });
  expect(data).toMatchObject({ me: { id: ada.id, displayName: "Ada" }, order: { id: order.id } });
  expect(data.order.tickets).toMatchObject([{ code: null, qr: null }]);
  expect((await ada.client.ask(query, { id: order.id })).order.tickets[0].code).toEqual(expect.any(String));
  const { data: paper } = await client.send(`query ($id: ID!) { order(id: $id) { pdf } }`, { id: order.id });
  expect(paper?.order?.pdf ?? null).toBeNull();
  const { data: address } = await client.send("{ me { email } }");
  expect([undefined, null, `${ada.email[0]}***@example.org`]).toContain(address?.me?.email);
  expect(JSON.stringify(address)).not.toContain(ada.email);
  // The subgraph masks by itself.
  const asSupport = await supergraph.viewerToken(
    { userId: ada.id, scopes: ["profile", "email"], actor: { kind: "staff", id: STAFF_ID } },
    "users",
  );
  const direct = supergraph.subgraphs.users!.url;
  expect(JSON.stringify(await post(direct, asSupport, "{ me { email } }"))).not.toContain(ada.email);
});

async function post(url: string, token: string, query: string): Promise<Data> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}

/** A document for each mutation, right but for the values of its variables. */
function documents(): [string, string][] {
  const schema = buildSchema(read("schema/api.graphql"));
  return Object.values(schema.getMutationType()!.getFields()).map(({ name, args, type }) => {
    const variables = args.map((one) => `$${one.name}: ${String(one.type)}`).join(", ");
    const given = args.map((one) => `${one.name}: $${one.name}`).join(", ");
    const isLeaf = !("getFields" in (type as GraphQLObjectType)) && /Boolean/.test(String(type));
    const fields = isLeaf ? "" : "{ __typename }";
    return [
      name,
      `mutation ${args.length ? `(${variables})` : ""} { ${name}${args.length ? `(${given})` : ""} ${fields} }`,
    ];
  });
}

test("every mutation of the schema is FORBIDDEN in a view, at the gateway and at its subgraph", async () => {
  const { client } = await view(staff.client, ada);
  const all = documents();
  expect(all.length).toBeGreaterThan(60);
  for (const [name, document] of all) {
    const { data, errors } = await client.send(document);
    expect([name, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([name, null, ["FORBIDDEN"]]);
  }
  const scopes = ["profile", "email", "holds:write", "orders:write", "gate:scan", "session"];
  for (const [subgraph, { url }] of Object.entries(supergraph.subgraphs)) {
    const actor = { kind: "staff", id: STAFF_ID } as const;
    const token = await supergraph.viewerToken({ userId: ada.id, scopes, actor }, subgraph);
    const own = buildSchema(read(`subgraphs/${subgraph}/schema.graphql`), { assumeValid: true, assumeValidSDL: true });
    const names = Object.keys(own.getMutationType()?.getFields() ?? {});
    for (const [name, document] of all.filter(([one]) => names.includes(one))) {
      const { errors } = await post(url, token, document);
      expect([name, errors?.[0].extensions.code]).toEqual([name, "FORBIDDEN"]);
    }
  }
});

test("a view of a view, of platform staff, of somebody unknown, or with a wrong input is refused", async () => {
  const { client } = await view(staff.client, ada);
  const other = await signUp(supergraph.client);
  expect((await client.send(VIEW, input(other.id))).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const codes = async (by: Client, given: object) => {
    const { data, errors } = await by.send(VIEW, given as never);
    return errors?.[0]?.extensions.field ?? errors?.[0]?.extensions.code ?? data.viewAs.__typename;
  };
  for (const id of [STAFF_ID, OTHER_STAFF_ID]) expect(await codes(staff.client, input(id))).toBe("FORBIDDEN");
  for (const id of [randomUUID(), "x"]) expect(await codes(staff.client, input(id))).toBe("NotFound");
  for (const minutes of [0, 31, -1])
    expect(await codes(staff.client, input(ada.id, { minutes }))).toBe("input.minutes");
  for (const reason of ["", "x".repeat(501)])
    expect(await codes(staff.client, input(ada.id, { reason }))).toBe("input.reason");
  expect(await codes(show.owner.client, input(ada.id))).toBe("FORBIDDEN");
  expect(await codes(supergraph.client(), input(ada.id))).toBe("UNAUTHENTICATED");
  // Platform staff in another account are not platform staff.
  expect(await codeOf(client, "{ users(first: 1) { nodes { id } } }")).toBe("FORBIDDEN");
  expect(await codeOf(client, "{ platformAudit(first: 1) { nodes { seq } } }")).toBe("FORBIDDEN");
});

test("a view needs a recent proof of identity", async () => {
  const late = await anotherSession();
  await supergraph.advance(11 * 60);
  expect((await late.client.ask(VIEW, input(ada.id))).viewAs).toEqual({
    __typename: "ElevationRequired",
    reason: "CONFIRM_IDENTITY",
  });
  await late.client.ask(`mutation ($p: String!) { elevate(input: { password: $p }) { __typename } }`, { p: PASSWORD });
  await view(late.client, ada);
});

test("it ends within five seconds when staff sign out, end it, or begin another, and when the person ends it", async () => {
  const [first, second] = [await anotherSession(), await anotherSession()];
  const bySignOut = await view(first.client, ada);
  const byAnother = await view(second.client, ada);
  expect([await codeOf(bySignOut.client), await codeOf(byAnother.client)]).toEqual([undefined, undefined]);
  await first.client.ask("mutation { signOut }");
  await readsUntilEnded(bySignOut.client);
  const byStaff = await view(second.client, ada);
  await readsUntilEnded(byAnother.client);
  expect(await codeOf(byStaff.client)).toBeUndefined();
  const end = `mutation ($id: ID!) { endViewAs(id: $id) { __typename } }`;
  for (let time = 0; time < 2; time++)
    expect((await staff.client.ask(end, { id: byStaff.id })).endViewAs.__typename).toBe("User");
  expect((await staff.client.ask(end, { id: randomUUID() })).endViewAs.__typename).toBe("NotFound");
  expect((await ada.client.send(end, { id: byStaff.id })).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  await readsUntilEnded(byStaff.client);
  const byPerson = await view(second.client, ada);
  await ada.client.ask(`mutation ($id: ID!) { endSession(id: $id) { __typename } }`, { id: byPerson.id });
  await readsUntilEnded(byPerson.client);
  // The sessions of the person go on.
  expect(await codeOf(ada.client)).toBeUndefined();
});

test("it ends when its time is over, when the person becomes staff, and when the viewer is staff no more", async () => {
  const bob = await signUp(supergraph.client);
  const { id: sessionId, client } = await view(staff.client, bob, { minutes: 1 });
  const viewerOf = async () => {
    const token = await supergraph.serviceToken("gateway", "users");
    const query = `{ sessionViewers(sessionIds: ["${sessionId}"], limited: true) { userId staff actor { kind id } } }`;
    return (await post(supergraph.subgraphs.users!.url, token, query)).data.sessionViewers[0];
  };
  expect(await viewerOf()).toEqual({ userId: bob.id, staff: false, actor: { kind: "staff", id: STAFF_ID } });
  await supergraph.advance(61);
  expect(await viewerOf()).toBeNull();
  await supergraph.advance(0);
  expect(await viewerOf()).not.toBeNull();
  const staffNow = supergraph.env.PLATFORM_STAFF!;
  try {
    for (const changed of [OTHER_STAFF_ID, `${staffNow},${bob.id}`]) {
      await supergraph.query("users", "update session set ended_at = null where id = $1", [sessionId]);
      await supergraph.pause("users");
      supergraph.env.PLATFORM_STAFF = changed;
      await supergraph.resume("users");
      expect(await viewerOf()).toBeNull();
      await readsUntilEnded(client);
    }
  } finally {
    supergraph.env.PLATFORM_STAFF = staffNow;
    await supergraph.pause("users");
    await supergraph.resume("users");
    // The gateway may still take the member of platform staff for somebody else.
    await until(
      async () => (await codeOf(staff.client, "{ users(first: 1) { totalCount } }")) === undefined,
      "staff again",
    );
  }
});

test("the person is told in their language and sees the view; the reason is in the log of the platform only", async () => {
  const cleo = await signUp(supergraph.client, "Cleo");
  await cleo.client.ask(`mutation { setPreferences(input: { locale: "fr" }) { id } }`);
  const { id, client } = await view(staff.client, cleo);
  await supergraph.settle();
  const told = mail
    .mails()
    .filter(({ to }) => to.includes(cleo.email))
    .map(({ raw }) => raw.toString())
    .filter((raw) => /^Subject: Notre support consulte votre compte\r?$/m.test(raw));
  expect(told).toHaveLength(1);
  expect(told[0]).not.toMatch(/Ticket 17|Chief/);
  const { me } = await cleo.client.ask(
    `{ me { sessions { id support device place } supportViews { id at expiresAt endedAt } } }`,
  );
  expect(me.sessions).toContainEqual({ id, support: true, device: null, place: null });
  expect(me.sessions.filter((one: Data) => !one.support)).toHaveLength(1);
  expect(me.supportViews).toEqual([{ id, at: expect.any(String), expiresAt: expect.any(String), endedAt: null }]);
  await staff.client.ask(`mutation ($id: ID!) { endViewAs(id: $id) { __typename } }`, { id });
  const { user } = await staff.client.ask(`query ($id: ID!) { user(id: $id) { supportViews { endedAt } } }`, {
    id: cleo.id,
  });
  expect(user.supportViews).toEqual([{ endedAt: expect.any(String) }]);
  const { platformAudit } = await staff.client.ask(
    `{ platformAudit(first: 2) { nodes { actor actAs action subject reason detail } } }`,
  );
  const by = { actor: STAFF_ID, actAs: "staff", subject: cleo.id };
  expect(platformAudit.nodes).toEqual([
    { ...by, action: "endViewAs", reason: null, detail: JSON.stringify({ sessionId: id }) },
    { ...by, action: "viewAs", reason: "Ticket 17: asked by phone", detail: expect.stringContaining(id) },
  ]);
  expect(await codeOf(client)).toBe("UNAUTHENTICATED");
});

test("a view of an owner reads neither audit log nor export, and is not refreshed", async () => {
  const { client } = await view(staff.client, show.owner);
  const { data } = await client.send(
    `query ($id: ID!) { organization(id: $id) { id audit(first: 1) { totalCount } } }`,
    {
      id: show.organizationId,
    },
  );
  expect(data?.organization?.audit ?? null).toBeNull();
  await show.owner.client.ask("mutation { requestDataExport { id } }");
  await supergraph.settle();
  const { me } = await show.owner.client.ask("{ me { dataExport { path } } }");
  for (const path of [me.dataExport.path, `/exports/audit/${show.organizationId}`, "/exports/audit/platform"]) {
    const answer = await fetch(new URL(path, supergraph.url), { headers: { authorization: `Bearer ${client.token}` } });
    expect([path, answer.status]).toEqual([path, 404]);
  }
  const [{ n }] = (await supergraph.query(
    "users",
    "select count(*)::int as n from refresh_token t join support_view v using (session_id)",
  )) as [Data];
  expect(n).toBe(0);
});

test("views are limited by the hour", async () => {
  const target = await signUp(supergraph.client);
  await supergraph.query(
    "users",
    `with made as (insert into session (id, user_id, kind, scopes) select gen_random_uuid(), $1, 'SUPPORT', '{profile}' from generate_series(1, 20) returning id)
     insert into support_view select id, $1, $2, $2, now(), now() from made`,
    [target.id, STAFF_ID],
  );
  const { errors } = await staff.client.send(VIEW, input(target.id));
  expect(errors?.[0]?.extensions).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 3600 });
});
