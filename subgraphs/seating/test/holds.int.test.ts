import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { until } from "../../../testkit/until.ts";
import type { Data } from "../../../local/client.ts";
import { freePorts } from "../../../local/servers/ports.ts";
import { ROOT } from "../../../operations/topology.ts";
import { POLICY } from "./hall.ts";
import { counts, hold, HOLD, openEvent, organizationId, seating, startSeating, stopSeating } from "./front-door.ts";

beforeAll(startSeating);
afterAll(stopSeating);

test("exactly one of 200 buyers gets the last seat, in each of 30 rounds", async () => {
  for (let round = 0; round < 30; round++) {
    const { eventId, seatIds } = await openEvent(1);
    const answers = await Promise.all(Array.from({ length: 200 }, () => hold(randomUUID(), eventId, seatIds)));
    expect(answers.filter((answer) => answer.__typename === "Hold")).toHaveLength(1);
    expect(answers.filter((answer) => answer.__typename === "SeatsUnavailable")).toHaveLength(199);
  }
});

test("overlapping holds of several seats never deadlock and never split", async () => {
  const { eventId, seatIds } = await openEvent(40);
  const random = createRandom(seedOfRun());
  const answers = await Promise.all(
    Array.from({ length: 300 }, () => {
      const selection = new Set(Array.from({ length: 4 }, () => random.pick(seatIds)));
      return hold(
        randomUUID(),
        eventId,
        [...selection].sort(() => random.below(3) - 1),
      ).then((answer) => ({ answer, selection }));
    }),
  );
  const won = answers.filter(({ answer }) => answer.__typename === "Hold");
  const held = won.flatMap(({ answer }) => answer.seats.map((seat: Data) => seat.id));
  expect(new Set(held).size).toBe(held.length);
  for (const { answer, selection } of won)
    expect(new Set(answer.seats.map((seat: Data) => seat.id))).toEqual(selection);
  const { availability, seats } = await counts(eventId);
  expect(availability).toEqual({ total: 40, available: 40 - held.length, held: held.length, sold: 0, blocked: 0 });
  expect(
    seats.nodes
      .filter((seat: Data) => seat.status === "HELD")
      .map((seat: Data) => seat.id)
      .sort(),
  ).toEqual([...held].sort());
});

test("two processes of the subgraph sell no seat twice", async () => {
  const replica = await seating.replicate();
  const { eventId, seatIds } = await openEvent(10);
  const urls = [seating.running.url, replica.url];
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const input = { eventId, seatIds: [seatIds[index % 10]], idempotencyKey: randomUUID() };
      const answer = await seating.as({ userId: randomUUID() }, HOLD, { input }, { url: urls[index % 2]! });
      return answer.data.holdSeats.__typename;
    }),
  );
  expect(answers.filter((typename) => typename === "Hold")).toHaveLength(10);
});

test("what a process that was killed in the middle has done is found out by repeating the keys at another", async () => {
  const { eventId, seatIds } = await openEvent(600);
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["subgraphs/seating/main.ts"], {
    cwd: ROOT,
    env: { ...seating.env, SEATING_PORT: String(port) },
    stdio: "ignore",
  });
  const isReady = async () => (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok ?? false;
  await until(isReady, "the process is ready", 120_000);
  const requests = seatIds.map((seatId) => ({
    buyer: randomUUID(),
    input: { eventId, seatIds: [seatId], idempotencyKey: randomUUID() },
  }));
  const ask = async ({ buyer, input }: (typeof requests)[number], at?: string): Promise<string> =>
    (await seating.as({ userId: buyer }, HOLD, { input }, at === undefined ? {} : { url: at })).data.holdSeats.id;
  let answered = 0;
  const first = await Promise.all(
    requests.map(async (request) => {
      const id = await ask(request, `${url}/graphql`).catch(() => null);
      if (id !== null && ++answered === 10) child.kill("SIGKILL");
      return id;
    }),
  );
  const told = first.filter((id) => id !== null);
  expect(told.length).toBeGreaterThanOrEqual(10);
  expect(told.length).toBeLessThan(requests.length);
  const second = await Promise.all(requests.map((request) => ask(request)));
  first.forEach((id, index) => expect([null, second[index]]).toContain(id));
  expect(new Set(second).size).toBe(requests.length);
  const { availability, seats } = await counts(eventId);
  expect(availability).toEqual({ total: 600, available: 0, held: 600, sold: 0, blocked: 0 });
  // Each seat was changed exactly once.
  expect(new Set(seats.nodes.map((seat: Data) => seat.version))).toEqual(new Set([4]));
});

test("the same key names one hold, however often and however many at once", async () => {
  const { eventId, seatIds } = await openEvent(5);
  const [buyer, key] = [randomUUID(), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 20 }, () => hold(buyer, eventId, [seatIds[0]!], key)));
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(await hold(buyer, eventId, [seatIds[1]!], key)).toMatchObject({ __typename: "IdempotencyKeyReused" });
  expect((await counts(eventId)).availability).toMatchObject({ held: 1 });
});

test("a refusal is repeated under its key, even when it would go well now", async () => {
  const { eventId, seatIds } = await openEvent(1);
  const [winner, loser, key] = [randomUUID(), randomUUID(), randomUUID()];
  const { id } = await hold(winner, eventId, seatIds);
  expect(await hold(loser, eventId, seatIds, key)).toMatchObject({
    __typename: "SeatsUnavailable",
    seats: [{ id: seatIds[0] }],
  });
  await seating.as({ userId: winner }, `mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id });
  expect(await hold(loser, eventId, seatIds, key)).toMatchObject({
    __typename: "SeatsUnavailable",
    seats: [{ id: seatIds[0] }],
  });
  expect(await hold(loser, eventId, seatIds)).toMatchObject({ __typename: "Hold" });
});

test("a buyer's limit counts holds and orders together, also at once", async () => {
  const { eventId, seatIds } = await openEvent(20, { maxSeatsPerBuyer: 3 });
  const buyer = randomUUID();
  const answers = await Promise.all(seatIds.slice(0, 8).map((seat) => hold(buyer, eventId, [seat])));
  const holds = answers.filter((answer) => answer.__typename === "Hold");
  expect(holds).toHaveLength(3);
  expect(answers.find((answer) => answer.__typename !== "Hold")).toMatchObject({
    __typename: "SeatLimitReached",
    limit: 3,
  });
  const orderId = randomUUID();
  await seating.asService(
    "orders",
    `mutation ($h: ID!, $o: ID!, $b: ID!) { convertHold(holdId: $h, orderId: $o, buyerId: $b) { refusal } }`,
    { h: holds[0].id, o: orderId, b: buyer },
  );
  await seating.asService("orders", `mutation ($o: ID!) { sellSeats(orderId: $o) }`, { o: orderId });
  expect(await hold(buyer, eventId, [seatIds[10]!])).toMatchObject({ __typename: "SeatLimitReached" });
});

test("expired holds are swept, and no message about a seat contradicts its version", async () => {
  const { eventId, seatIds } = await openEvent(3, { holdPolicy: { ...POLICY, holdSeconds: 5 } });
  await hold(randomUUID(), eventId, seatIds.slice(0, 2));
  const before = await counts(eventId);
  expect(before.seats.nodes.map((seat: Data) => seat.status)).toEqual(["HELD", "HELD", "AVAILABLE"]);
  await seating.advance(6);
  const until = Date.now() + 10_000;
  const seen = new Map<number, string>([[before.seats.nodes[0].version, "HELD"]]);
  for (;;) {
    const { seats, availability } = await counts(eventId);
    const { version, status } = seats.nodes[0];
    expect(seen.get(version) ?? status).toBe(status);
    seen.set(version, status);
    expect(status).toBe("AVAILABLE");
    if (availability.available === 3) break;
    if (Date.now() > until) throw new Error("The holds were not swept.");
  }
});

test("a hold that is named twice in one request is converted once, and has each seat once", async () => {
  const { eventId, seatIds } = await openEvent(2);
  const buyerId = randomUUID();
  const { id } = await hold(buyerId, eventId, seatIds);
  const conversion = { holdId: id, orderId: randomUUID(), buyerId };
  const { convertHolds } = await seating.asService(
    "orders",
    `mutation ($all: [HoldConversionInput!]!) { convertHolds(conversions: $all) { refusal seats { id } } }`,
    { all: [conversion, conversion] },
  );
  const converted = { refusal: null, seats: seatIds.map((seatId) => ({ id: seatId })) };
  expect(convertHolds).toEqual([converted, converted]);
});

test("of two orders that take one hold over in one request the first gets it, and is sold it however often it asks", async () => {
  const { eventId, seatIds } = await openEvent(2);
  const buyerId = randomUUID();
  const { id: holdId } = await hold(buyerId, eventId, seatIds);
  const [first, other] = [randomUUID(), randomUUID()];
  const { convertHolds } = await seating.asService(
    "orders",
    `mutation ($all: [HoldConversionInput!]!) { convertHolds(conversions: $all) { refusal seats { id } } }`,
    { all: [first, other, first].map((orderId) => ({ holdId, orderId, buyerId })) },
  );
  const converted = { refusal: null, seats: seatIds.map((id) => ({ id })) };
  expect(convertHolds).toEqual([converted, { refusal: "NOT_ACTIVE", seats: [] }, converted]);
  const { sellSeatsOf } = await seating.asService("orders", `mutation ($all: [ID!]!) { sellSeatsOf(orderIds: $all) }`, {
    all: [first, other, first],
  });
  expect(sellSeatsOf).toEqual([true, false, true]);
  expect((await counts(eventId)).availability).toEqual({ total: 2, available: 0, held: 0, sold: 2, blocked: 0 });
});

test("an order's seats are sold once, and a late release takes nothing from a new owner", async () => {
  const { eventId, seatIds } = await openEvent(1);
  const [first, second, orderId, otherOrderId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const convert = (holdId: string, order: string, buyer: string) =>
    seating.asService(
      "orders",
      `mutation ($h: ID!, $o: ID!, $b: ID!) { convertHold(holdId: $h, orderId: $o, buyerId: $b) { refusal seats { id price } } }`,
      { h: holdId, o: order, b: buyer },
    );
  const { id } = await hold(first, eventId, seatIds);
  expect(await convert(id, orderId, second)).toMatchObject({ convertHold: { refusal: "NOT_FOUND" } });
  expect(await convert(id, orderId, first)).toMatchObject({
    convertHold: { refusal: null, seats: [{ id: seatIds[0], price: 1_000 }] },
  });
  expect(await convert(id, orderId, first)).toMatchObject({ convertHold: { refusal: null } });
  expect(await convert(id, otherOrderId, first)).toMatchObject({ convertHold: { refusal: "NOT_ACTIVE" } });
  const sell = (order: string) =>
    seating.asService("orders", `mutation ($o: ID!) { sellSeats(orderId: $o) }`, { o: order });
  const release = (order: string) =>
    seating.asService("orders", `mutation ($o: ID!) { releaseSeats(orderId: $o) }`, { o: order });
  expect(await sell(orderId)).toEqual({ sellSeats: true });
  expect(await sell(orderId)).toEqual({ sellSeats: true });
  await release(orderId);
  const next = await hold(second, eventId, seatIds);
  expect(next.__typename).toBe("Hold");
  await release(orderId);
  expect(await sell(orderId)).toEqual({ sellSeats: false });
  expect((await counts(eventId)).availability).toMatchObject({ held: 1, available: 0 });
});

test("seats that are kept back can't be held, and only free ones can be kept back", async () => {
  const { eventId, seatIds } = await openEvent(3);
  const manager = { userId: randomUUID(), memberships: { [organizationId]: "MANAGER" } };
  const change = async (verb: string, ids: string[]) =>
    (
      await seating.as(
        manager,
        `mutation ($e: ID!, $s: [ID!]!) { ${verb}(eventId: $e, seatIds: $s) { __typename ... on BlockedSeats { seats { status } } ... on SeatsUnavailable { seats { id } } } }`,
        { e: eventId, s: ids },
      )
    ).data[verb];
  expect(await change("blockSeats", [seatIds[0]!])).toEqual({
    __typename: "BlockedSeats",
    seats: [{ status: "BLOCKED" }],
  });
  expect(await hold(randomUUID(), eventId, [seatIds[0]!])).toMatchObject({ __typename: "SeatsUnavailable" });
  await hold(randomUUID(), eventId, [seatIds[1]!]);
  expect(await change("blockSeats", [seatIds[1]!, seatIds[2]!])).toEqual({
    __typename: "SeatsUnavailable",
    seats: [{ id: seatIds[1] }],
  });
  expect(await change("unblockSeats", [seatIds[0]!])).toEqual({
    __typename: "BlockedSeats",
    seats: [{ status: "AVAILABLE" }],
  });
  const clerk = { userId: randomUUID(), memberships: { [organizationId]: "BOX_OFFICE" } };
  const refused = await seating.as(
    clerk,
    `mutation ($e: ID!, $s: [ID!]!) { blockSeats(eventId: $e, seatIds: $s) { __typename } }`,
    { e: eventId, s: [seatIds[0]] },
  );
  expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("10,000 seats are on sale within ten seconds of being asked for", async () => {
  const begun = Date.now();
  const { eventId } = await openEvent(10_000);
  expect((await counts(eventId)).availability).toMatchObject({ total: 10_000, available: 10_000 });
  expect(Date.now() - begun).toBeLessThan(10_000);
});
