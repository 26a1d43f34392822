// The audit log: everything that organizers and platform staff do is in it once, with who, what and why, and a change of the log is found.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSchema } from "graphql";
import type { Client, Data } from "../local/client.ts";
import { holdSeats, inDays, placeOrder } from "../local/fixtures.ts";
import { ROOT } from "../operations/topology.ts";
import { read } from "../testkit/project-files.ts";
import { AUDITED, OF_ONE_SELF, OF_SALES, SUCCESSORS } from "./audited-mutations.ts";
import {
  changeDrawers,
  changeGates,
  changeHalls,
  changeLetters,
  changeMachines,
  changePictures,
  changeQueue,
  changeWaitlist,
  changeSeries,
  type Call,
} from "./audited-actions.ts";
import { key, setScene, type Scene } from "./authorization/scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  await doTheRest();
});
afterAll(() => scene?.stop());

type Input = Record<string, unknown>;

async function call(client: Client, mutation: string, given: Input): Promise<void> {
  const names = Object.keys(given);
  const { args } = buildSchema(read("schema/api.graphql")).getMutationType()!.getFields()[mutation]!;
  const typeOf = (name: string) => String(args.find((one) => one.name === name)!.type);
  const variables = names.map((name) => `$${name}: ${typeOf(name)}`).join(", ");
  const passed = names.map((name) => `${name}: $${name}`).join(", ");
  const { [mutation]: result } = await client.ask(
    `mutation (${variables}) { ${mutation}(${passed}) { __typename } }`,
    given,
  );
  expect([mutation, result.__typename]).not.toEqual([
    mutation,
    expect.stringMatching(/^(NotFound|.*(Not|Taken|Changed|Reused).*)$/),
  ]);
}

/** What the scene has not done. */
async function doTheRest(): Promise<void> {
  const { people, ids, values, organizationId, otherOrganizationId, supergraph } = scene;
  const { owner, staff, boxOffice, holder, buyer, otherBuyer } = people;
  const eventId = ids.draft!;
  const { event } = await owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  await call(owner.client, "updateEvent", {
    input: { eventId, expectedVersion: event.version, name: "Norma", startsAt: inDays(40) },
  });
  const fees = { eventId, expectedVersion: event.version + 1, fees: [], taxes: [], idempotencyKey: key() };
  await call(owner.client, "setEventFees", { input: fees });
  await call(owner.client, "deleteEvent", { eventId, idempotencyKey: key() });
  const fee = { name: "Service", rate: 5_000, included: false };
  await call(owner.client, "setPricing", { input: { organizationId, expectedVersion: 0, fees: [fee], taxes: [] } });
  await call(owner.client, "pauseSales", { eventId: ids.event });
  await call(owner.client, "resumeSales", { eventId: ids.event });
  const free = { eventId: ids.event, seatIds: [ids.seat] };
  for (const mutation of ["blockSeats", "blockSeats", "unblockSeats"]) await call(owner.client, mutation, free);
  const channel = { eventId: ids.event, channel: "Box office", salesTimes: { endAt: null } };
  for (let time = 0; time < 2; time++) await call(owner.client, "setSalesChannel", { input: channel });
  await call(owner.client, "closePackage", { packageId: ids.hiddenPackage });
  await changeQueue(scene, (mutation, variables) => call(owner.client, mutation, variables));
  await changeWaitlist(scene, (mutation, variables) => call(owner.client, mutation, variables));
  await call(owner.client, "endAccessCodes", { batchId: ids.accessCodes });
  await call(owner.client, "endPromoCode", { eventId: ids.event, code: values.promoCode });
  await call(boxOffice.client, "nameTicket", { ticketId: ids.kept, name: "Ada Lovelace" });
  const order = { orderId: ids.order, answers: [{ questionId: ids.question, text: "Radio" }] };
  await call(boxOffice.client, "answerQuestions", { input: order });
  const ticket = { ticketId: ids.handedOn, answers: [{ questionId: ids.ticketQuestion, text: "Nuts" }] };
  await call(boxOffice.client, "answerTicketQuestions", { input: ticket });
  await call(boxOffice.client, "resendTickets", { input: { orderId: ids.order, idempotencyKey: key() } });
  await call(owner.client, "retryRefund", { refundId: ids.refund });
  const open = await placeOrder(otherBuyer.client, (await holdSeats(otherBuyer.client, ids.event!, [ids.seat!])).id);
  await call(boxOffice.client, "cancelOrder", { orderId: open.id, reason: "asked by phone" });
  await call(buyer.client, "cancelOrder", { orderId: ids.open });
  await call(holder.client, "acceptInvitation", { token: values.invitation });
  const { inviteMember: open2 } = await owner.client.ask(
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on Invitation { id } } }`,
    { input: { organizationId, email: `${key()}@example.org`, role: "SCANNER", idempotencyKey: key() } },
  );
  for (let time = 0; time < 2; time++) await call(owner.client, "revokeInvitation", { invitationId: open2.id });
  for (let time = 0; time < 2; time++)
    await call(staff.client, "resumeOrganization", { organizationId: otherOrganizationId });
  await call(staff.client, "restoreUser", { userId: ids.outcast });
  const byOwner: Call = (mutation, given) => call(owner.client, mutation, given);
  for (const change of [changeHalls, changeSeries, changePictures, changeGates, changeLetters, changeMachines])
    await change(scene, byOwner);
  await changeDrawers(scene);
  for (let time = 0; time < 2; time++)
    await call(staff.client, "returnPayout", { payoutId: ids.payout, reason: "wrong account" });
  await supergraph.settle();
}

const PAGE = `pageInfo { hasNextPage endCursor } nodes { seq at actor actAs action subject reason detail network previousHash hash }`;

async function entriesOf(client: Client, chain: string, filter = ""): Promise<Data[]> {
  const found: Data[] = [];
  for (let after: string | null = null; ;) {
    const field: string =
      chain === "platform"
        ? `page: platformAudit(first: 20, after: $after ${filter}) { ${PAGE} }`
        : `organization(id: "${chain}") { page: audit(first: 20, after: $after ${filter}) { ${PAGE} } }`;
    const data: Data = await client.ask(`query ($after: String) { ${field} }`, { after });
    const page = chain === "platform" ? data.page : data.organization.page;
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found.reverse();
    after = page.pageInfo.endCursor;
  }
}

test("each mutation of the schema is audited, or is of one's own account, or of sales", () => {
  const mutations = Object.keys(buildSchema(read("schema/api.graphql")).getMutationType()!.getFields());
  const listed = [...AUDITED, ...Object.keys(SUCCESSORS), ...OF_ONE_SELF, ...OF_SALES];
  expect([...listed].sort()).toEqual(mutations.sort());
});

test("the log has every audited action, with actor, subject and reason", async () => {
  const { people, ids, organizationId, otherOrganizationId } = scene;
  const { owner, staff, boxOffice, manager, holder } = people;
  const own = await entriesOf(owner.client, organizationId);
  const platform = await entriesOf(staff.client, "platform");
  // A device is paired on a page, by no mutation.
  const actions = [...AUDITED, "createDevice"].sort();
  expect([...new Set([...own, ...platform].map(({ action }) => action))].sort()).toEqual(actions);
  const entry = (log: Data[], action: string, subject: string) => {
    const found = log.filter((one) => one.action === action && one.subject === subject);
    return found.map(({ actor, actAs, reason }) => ({ actor, actAs, reason }));
  };
  const by = (person: { id: string }, reason: string | null = null, actAs: string | null = null) => [
    { actor: person.id, actAs, reason },
  ];
  expect(entry(own, "createOrganization", organizationId)).toEqual(by(owner));
  expect(entry(own, "decideReview", ids.assessment!)).toEqual(by(manager, "looks good"));
  expect(entry(own, "refundOrder", ids.order!)).toEqual(by(owner, "ill"));
  expect(entry(own, "resendTickets", ids.order!)).toEqual(by(boxOffice));
  expect(entry(own, "acceptInvitation", ids.invitation!)).toEqual(by(holder));
  expect(entry(own, "cancelEvent", ids.cancelled!)).toEqual(by(owner, "ill"));
  // A buyer's own order, and a repetition that changes nothing, are not actions.
  expect(entry(own, "cancelOrder", ids.open!)).toEqual([]);
  expect(own.filter(({ action }) => action === "blockSeats")).toHaveLength(1);
  expect(own.filter(({ action }) => action === "setSalesChannel")).toHaveLength(1);
  expect(own.filter(({ action }) => action === "revokeInvitation")).toHaveLength(1);
  // Reasons of platform staff are theirs, unless they are meant for the organization.
  expect(entry(own, "retryOrder", ids.order!)).toEqual(by(staff, null, "staff"));
  expect(entry(platform, "retryOrder", ids.order!)).toEqual(by(staff, "slow", "staff"));
  expect(entry(own, "pauseSales", ids.cancelled!)).toEqual(by(staff, null, "staff"));
  expect(entry(platform, "suspendUser", ids.outcast!)).toEqual(by(staff, "fraud", "staff"));
  const other = await entriesOf(people.otherOwner.client, otherOrganizationId);
  expect(entry(other, "suspendOrganization", otherOrganizationId)).toEqual(by(staff, "fraud", "staff"));
  // A consequence: the sales of a suspended organization are paused.
  expect(other.filter(({ actor }) => actor === "system").map(({ action }) => action)).toEqual(["pauseSales"]);
  // Networks are pseudonyms; requests of tests come from one.
  const byPeople = own.filter(({ actor }) => actor !== "system");
  expect(new Set(byPeople.map(({ network }) => network)).size).toBe(1);
  expect(own[0]!.network).toMatch(/^[\w-]{22}$/);
  const detail = JSON.parse(
    byPeople.find(({ action, subject }) => action === "updateEvent" && subject === ids.draft)!.detail,
  );
  expect(detail).toEqual({
    fields: ["name", "startsAt"],
    version: expect.any(Number),
    times: [expect.stringMatching(/^startsAt: [\d-]+T[\d:.]+Z to [\d-]+T[\d:.]+Z$/)],
  });
});

test("numbers have no gaps, filters select, and details have neither names nor addresses", async () => {
  const { people, organizationId, ids } = scene;
  const { owner, manager, staff } = people;
  const own = await entriesOf(owner.client, organizationId);
  expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
  expect(own.slice(1).map(({ previousHash }) => previousHash)).toEqual(own.slice(0, -1).map(({ hash }) => hash));
  const filtered = await entriesOf(owner.client, organizationId, `actor: "${manager.id}"`);
  expect(filtered.map(({ action }) => action)).toEqual(["decideReview"]);
  expect(await entriesOf(owner.client, organizationId, `action: "publishEvent", actor: "${owner.id}"`)).toHaveLength(9);
  expect(await entriesOf(owner.client, organizationId, `action: "x"`)).toEqual([]);
  const platform = await entriesOf(staff.client, "platform");
  const text = JSON.stringify([...own, ...platform]);
  for (const name of [
    "Norma",
    "Service",
    "Ada Lovelace",
    "@example.org",
    "HALF-OFF",
    scene.values.invitation!,
    "127.0.0",
  ])
    expect([name, text.includes(name)]).toEqual([name, false]);
  expect(text).toContain(ids.event);
});

test("OWNER, AUDITOR and platform staff read and export the log of an organization; staff that of the platform", async () => {
  const { people, organizationId } = scene;
  const query = `query ($id: ID!) { organization(id: $id) { audit(first: 1) { totalCount } } }`;
  for (const [name, { client }] of Object.entries(people)) {
    const isReader = ["owner", "auditor", "staff"].includes(name);
    const { organization } = await client.ask(query, { id: organizationId });
    expect([name, organization.audit !== null]).toEqual([name, isReader]);
    const { status } = await download(client, organizationId);
    expect([name, status]).toEqual([name, isReader ? 200 : name === "nobody" ? 401 : 404]);
    const platform = await download(client, "platform");
    expect([name, platform.status]).toEqual([name, name === "staff" ? 200 : name === "nobody" ? 401 : 404]);
  }
});

async function download(client: Client, chain: string, query = ""): Promise<{ status: number; text: string }> {
  const headers = client.token ? { authorization: `Bearer ${client.token}` } : {};
  const answer = await fetch(new URL(`/exports/audit/${chain}${query}`, scene.supergraph.url), { headers });
  return { status: answer.status, text: await answer.text() };
}

describe("verification", () => {
  let folder: string;
  let lines: string[];
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
    const { text } = await download(scene.people.owner.client, scene.organizationId);
    lines = text.trimEnd().split("\n");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function verify(content: string[], heads: object[] = []): { status: number | null; said: string } {
    const [file, log] = [path.join(folder, "audit.ndjson"), path.join(folder, "users.log")];
    writeFileSync(file, `${content.join("\n")}\n`);
    writeFileSync(log, ["not JSON", ...heads.map((one) => JSON.stringify({ level: 30, ...one }))].join("\n"));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["operations/verify-audit-main.ts", file, "--heads", log],
      { cwd: ROOT, encoding: "utf8" },
    );
    return { status, said: stdout + stderr };
  }
  /** As docs/operations/audit.md describes it. */
  const canonical = (value: unknown): string =>
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === "object" && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    );
  const parsed = (line: string | undefined) => JSON.parse(line!) as Data;

  test("an exported file verifies, also in parts; a head shows if its end is missing", async () => {
    const { organizationId: chain, people } = scene;
    const last = parsed(lines.at(-1));
    for (const line of lines) {
      const { hash, ...entry } = parsed(line);
      expect(createHash("sha256").update(canonical(entry)).digest("hex")).toBe(hash);
    }
    expect(verify(lines)).toEqual({
      status: 0,
      said: expect.stringContaining(`${chain}  ${lines.length} entries  head ${last.hash}`),
    });
    const rest = await download(people.owner.client, chain, `?after=${lines.length - 2}`);
    expect(rest.text.trimEnd().split("\n")).toEqual(lines.slice(-2));
    expect((await download(people.owner.client, chain, "?after=x")).status).toBe(400);
    const head = { chain, seq: last.seq, hash: last.hash };
    expect(verify(lines, [head]).status).toBe(0);
    const cut = verify(lines.slice(0, -1), [head]);
    expect(cut).toEqual({
      status: 1,
      said: expect.stringContaining(`entry ${last.seq} is wrong: entries up to ${last.seq} are missing`),
    });
    expect(verify(lines.slice(0, -1)).status).toBe(0);
  });

  test("a changed, deleted, moved or inserted entry is found, also with a new hash", () => {
    const changed = { ...parsed(lines[4]), actor: "somebody" };
    const { hash: _, ...unhashed } = changed as Data;
    const rehashed = { ...changed, hash: createHash("sha256").update(canonical(unhashed)).digest("hex") };
    const spoilt: [string, string[], number][] = [
      ["changed", lines.with(4, JSON.stringify(changed)), 5],
      ["changed, with its hash", lines.with(4, JSON.stringify(rehashed)), 6],
      ["deleted", lines.toSpliced(4, 1), 5],
      ["moved", lines.with(4, lines[5]!).with(5, lines[4]!), 5],
      ["inserted", lines.toSpliced(4, 0, lines[3]!), 5],
      ["first deleted", lines.slice(1), 1],
    ];
    for (const [what, content, seq] of spoilt)
      expect([what, verify(content)]).toEqual([
        what,
        { status: 1, said: expect.stringContaining(`${scene.organizationId}: entry ${seq} is wrong`) },
      ]);
    expect(verify(lines.with(2, "{}"))).toEqual({ status: 1, said: expect.stringContaining("Line 3 of") });
    expect(verify(lines.with(2, JSON.stringify({ ...parsed(lines[2]), more: 1 }))).status).toBe(1);
  });
});
