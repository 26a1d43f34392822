// A queue through the front door: people join, are drawn, wait by the static document, enter and buy.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Data } from "../local/client.ts";
import { createEvent, openShow, publishEvent, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { createAuthenticator } from "../testkit/authenticator.ts";
import { solve } from "../testkit/proof-of-work.ts";
import { until } from "../testkit/until.ts";
import { verifyFolder } from "../tools/queue-folder.ts";
import { inSeconds, joinQueue, joinWithWork, openQueue } from "./queues.ts";

let supergraph: TestSupergraph;
let show: Show;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
});
afterAll(() => supergraph.stop());

const ENTER = `mutation ($id: ID!) { enterSale(eventId: $id) { __typename ... on Admission { token expiresAt } ... on Error { message } } }`;
const HOLD = `mutation ($input: HoldBestAvailableInput!) { holdBestAvailable(input: $input) { __typename ... on Hold { id } ... on AdmissionRequired { event { id name } } ... on Error { message } } }`;
const STEER = `mutation ($input: SteerQueueInput!) { steerQueue(input: $input) { __typename ... on Queue { state } ... on Error { message } } }`;

const fetchOf = (file: string, headers: Record<string, string> = {}) =>
  fetch(new URL(file, supergraph.url), { headers });
const documentOf = async (eventId: string): Promise<Data> =>
  (await (await fetchOf(`/queues/${eventId}.json`)).json()) as Data;
const enter = async ({ client }: Person, id: string): Promise<Data> => (await client.ask(ENTER, { id })).enterSale;
const hold = async ({ client }: Person, eventId: string, admission?: string): Promise<Data> =>
  (await client.ask(HOLD, { input: { eventId, quantity: 1, admission, idempotencyKey: randomUUID() } }))
    .holdBestAvailable;

/** Adds a passkey, and uses it in the same session. */
async function provePasskey({ client }: Person): Promise<void> {
  const authenticator = createAuthenticator(new URL(supergraph.env.PUBLIC_URL!).origin);
  const optionsFor = async (purpose: string) => {
    const ask = `mutation ($p: PasskeyPurpose!) { passkeyOptions(purpose: $p) { ... on PasskeyOptions { json } } }`;
    return (await client.ask(ask, { p: purpose })).passkeyOptions.json as string;
  };
  const add = `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { __typename } }`;
  await client.ask(add, { input: { name: "Phone", response: authenticator.create(await optionsFor("ADD")) } });
  const elevate = `mutation ($input: ElevateInput!) { elevate(input: $input) { __typename } }`;
  const input = { passkey: authenticator.sign(await optionsFor("ELEVATE")) };
  expect((await client.ask(elevate, { input })).elevate.__typename).toBe("User");
}

async function eventOnSale(): Promise<string> {
  const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const eventId = await createEvent(show.owner.client, show.organizationId, show.venueId, tiers);
  await publishEvent(show.owner.client, eventId);
  return eventId;
}

test("two people wait, are drawn, and buy one after the other; the draw is published", async () => {
  const eventId = await eventOnSale();
  const [ada, bea] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  await openQueue(show.owner, eventId, { drawAt: inSeconds(300), maxActive: 1, perSecond: 1 });
  for (const person of [ada, bea]) await joinQueue(person, eventId);
  expect(await documentOf(eventId)).toMatchObject({ v: 1, event: eventId, serving: 0, seats: "MANY", note: null });
  await supergraph.advance(300);
  const of = `query ($id: ID!) { event(id: $id) { queue { state serving drawPath entry { rank state insideUntil } } } }`;
  const queueOf = async ({ client }: Person): Promise<Data> => (await client.ask(of, { id: eventId })).event.queue;
  await until(async () => (await documentOf(eventId)).serving >= 1, "one is served");
  const isAda = (await queueOf(ada)).entry.rank === 1;
  const [first, second] = isAda ? [ada, bea] : [bea, ada];
  expect(await hold(second, eventId)).toMatchObject({
    __typename: "AdmissionRequired",
    event: { id: eventId, name: expect.any(String) },
  });
  const { token, expiresAt } = await enter(first, eventId);
  // Called by now or not: there is room for one.
  expect(["NotYourTurn", "SaleFull"]).toContain((await enter(second, eventId)).__typename);
  expect((await queueOf(first)).entry).toMatchObject({ state: "INSIDE", insideUntil: expiresAt });
  expect((await queueOf(second)).entry).toMatchObject({ state: "WAITING", insideUntil: null });
  expect((await hold(second, eventId, token)).__typename).toBe("AdmissionRequired");
  expect((await hold(first, eventId, token)).__typename).toBe("Hold");
  const steer = async (input: Data) =>
    (await show.owner.client.ask(STEER, { input: { eventId, ...input } })).steerQueue as Data;
  expect(await steer({ maxActive: 2 })).toMatchObject({ __typename: "Queue" });
  await until(async () => (await documentOf(eventId)).serving >= 2, "the second is served");
  expect((await hold(second, eventId, (await enter(second, eventId)).token)).__typename).toBe("Hold");
  expect(await steer({ action: "CLOSE" })).toMatchObject({ state: "CLOSED" });

  const folder = mkdtempSync(path.join(tmpdir(), "draw-"));
  try {
    const { drawPath } = await queueOf(ada);
    for (const file of ["draw.json", "entries.bin", "ranks.bin", "steps.jsonl", "admissions.jsonl"]) {
      const response = await fetchOf(drawPath.replace("draw.json", file));
      expect(response.status).toBe(200);
      writeFileSync(path.join(folder, file), Buffer.from(await response.arrayBuffer()));
    }
    const { faults, served } = await verifyFolder(folder);
    expect(faults).toEqual([]);
    expect(served).toMatchObject({ admissions: 2 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a device works for a place, unless its person has used a passkey lately", async () => {
  const eventId = await eventOnSale();
  await openQueue(show.owner, eventId, { proofOfWork: true });
  const [ada, bea] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const asked = await joinWithWork(ada, eventId);
  expect(asked.__typename).toBe("ProofOfWorkRequired");
  // A client that does not know the refusal reads its message.
  await expect(joinQueue(ada, eventId)).rejects.toThrow("This queue asks for a proof of work");
  expect((await joinWithWork(bea, eventId, await solve(asked.challenge))).__typename).toBe("ProofOfWorkRequired");
  expect((await joinWithWork(ada, eventId, await solve(asked.challenge))).__typename).toBe("QueueEntry");
  await provePasskey(bea);
  expect((await joinWithWork(bea, eventId)).__typename).toBe("QueueEntry");
});

test("the document is the same for everybody, from memory, and a change is there within two seconds", async () => {
  const eventId = await eventOnSale();
  await openQueue(show.owner, eventId);
  const answer = await fetchOf(`/queues/${eventId}.json`);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "cache-control": "public, max-age=1, s-maxage=1, stale-while-revalidate=5, stale-if-error=60",
    "access-control-allow-origin": "*",
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
  });
  expect(answer.headers.get("set-cookie")).toBeNull();
  const etag = answer.headers.get("etag")!;
  const again = await fetchOf(`/queues/${eventId}.json`, { "if-none-match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await show.owner.client.ask(STEER, { input: { eventId, note: "Ten minutes more" } });
  const changed = performance.now();
  await until(async () => (await documentOf(eventId)).note === "Ten minutes more", "the message is there");
  // A busy machine may take longer; the document is never older than a second.
  expect(performance.now() - changed).toBeLessThan(10_000);
  for (const unknown of [`/queues/${randomUUID()}.json`, "/queues/x.json", `/queues/${eventId}/other.bin`])
    expect((await fetchOf(unknown)).status).toBe(404);
  // Before the draw there is nothing to publish.
  expect((await fetchOf(`/queues/${eventId}/draw.json`)).status).toBe(404);
});

test("while seating is away the last document is served, and no place is lost", async () => {
  const eventId = await eventOnSale();
  await openQueue(show.owner, eventId);
  const person = await signUp(supergraph.client);
  const { id } = await joinQueue(person, eventId);
  const before = await documentOf(eventId);
  await supergraph.pause("seating");
  try {
    expect(await documentOf(eventId)).toEqual(before);
    const other = await fetchOf(`/queues/${show.eventId}.json`);
    expect([other.status, other.headers.get("retry-after")]).toEqual([503, "2"]);
  } finally {
    await supergraph.resume("seating");
  }
  expect((await joinQueue(person, eventId)).id).toBe(id);
});
