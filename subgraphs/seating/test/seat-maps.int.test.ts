// Layouts of seats: one version for each event and access code; computed once; a version is the capability to read its layout.
import { randomBytes, randomUUID } from "node:crypto";
import { request } from "undici";
import type { Data } from "../../../local/client.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { accessHash } from "../../../domain/access-code.ts";
import type { SeatPlan } from "../../../domain/seat-plan.ts";
import type { Sql } from "../../../platform/postgres/sql.ts";
import { createLayouts } from "../queries/seat-map/layouts.ts";
import { planOf } from "./hall.ts";

let seating: Alone;
beforeAll(async () => {
  seating = await startAlone("seating");
});
afterAll(() => seating.stop());

async function open(plan: SeatPlan): Promise<string> {
  await seating.asService("catalog", `mutation ($plan: SeatPlanInput!) { openSale(plan: $plan) }`, { plan });
  return plan.eventId;
}

async function mapOf(eventId: string): Promise<Data | null> {
  const { data, errors } = await seating.as(
    null,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Event { seatMap { version layoutUrl states { cursor packed versions } } } } }`,
    { r: [{ __typename: "Event", id: eventId }] },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data._entities[0].seatMap as Data | null;
}

const privateTerms = (code: string) => ({ opensAt: null, closesAt: null, accessHash: accessHash(code) });

test("an event that was never on sale, or cancelled before, has no seat map", async () => {
  expect(await mapOf(randomUUID())).toBeNull();
  expect(await mapOf("nonsense")).toBeNull();
  const gone = randomUUID();
  await seating.asService("catalog", `mutation ($id: ID!) { setSales(eventId: $id, state: CLOSED) }`, { id: gone });
  expect(await mapOf(gone)).toBeNull();
});

test("a layout is made once for all who ask at once, and the same by every process", async () => {
  const eventId = await open(planOf([20, 20]));
  const { database } = seating.running;
  let reads = 0;
  const counting = {
    prepared: <Row>(name: string, statement: Sql) => {
      if (name === "seat map rows") reads += 1;
      return database.prepared<Row>(name, statement);
    },
  };
  const layouts = createLayouts(counting);
  const versions = await Promise.all(Array.from({ length: 50 }, () => layouts.versionOf(eventId)));
  expect([new Set(versions).size, reads]).toEqual([1, 1]);
  const { version } = (await mapOf(eventId))!;
  expect(version).toBe(versions[0]);
  expect((await layouts.layout(version))!.gzip).toEqual((await createLayouts(database).layout(version))!.gzip);
  for (const unknown of ["", "nonsense", randomBytes(32).toString("base64url"), `${version.slice(0, -1)}-`])
    expect(await layouts.layout(unknown)).toBeUndefined();
  expect(reads).toBe(1);
});

test("a failed read is not kept", async () => {
  const eventId = await open(planOf([20]));
  const { database } = seating.running;
  let fails = true;
  const layouts = createLayouts({
    prepared: <Row>(name: string, statement: Sql) =>
      fails && name === "seat map rows" ? Promise.reject(new Error("cut")) : database.prepared<Row>(name, statement),
  });
  await expect(Promise.all([layouts.versionOf(eventId), layouts.versionOf(eventId)])).rejects.toThrow("cut");
  fails = false;
  expect(await layouts.versionOf(eventId)).toMatch(/^[\w-]{43}$/);
});

test("a version of a private event needs its code, and ends with it", async () => {
  const plan = planOf([20], { terms: privateTerms("first") });
  const eventId = await open(plan);
  const layouts = createLayouts(seating.running.database);
  const version = (await layouts.versionOf(eventId))!;
  expect((await layouts.layout(version))!.isPrivate).toBe(true);
  const renew = (terms: object, at: number) =>
    seating.asService(
      "catalog",
      `mutation ($id: ID!, $v: Int!, $t: SaleTermsInput!) { setSaleTerms(eventId: $id, version: $v, terms: $t) }`,
      { id: eventId, v: at, t: terms },
    );
  await renew(privateTerms("second"), 2);
  expect(await layouts.layout(version)).toBeUndefined();
  const second = (await layouts.versionOf(eventId))!;
  expect(second).not.toBe(version);
  await renew({ opensAt: null, closesAt: null, accessHash: null }, 3);
  const third = (await layouts.versionOf(eventId))!;
  expect(new Set([version, second, third]).size).toBe(3);
  expect(await layouts.layout(second)).toBeUndefined();
  expect((await layouts.layout(third))!.isPrivate).toBe(false);
  // The layout is the same; the key of the hash is not.
  expect(third.slice(0, 21)).toBe(version.slice(0, 21));
});

test("only the gateway reads layouts", async () => {
  const { version } = (await mapOf(await open(planOf([20]))))!;
  const at = new URL(`/seat-maps/${version}.json`, seating.running.url);
  expect((await request(at)).statusCode).toBe(401);
});
