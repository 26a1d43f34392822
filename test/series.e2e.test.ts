// The dates of a show: copied, by a rule or one by one, then published, changed and cancelled all at once.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { createEvent, openShow, signUp, type Show } from "../local/fixtures.ts";
import { jpeg } from "../testkit/pictures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
let owner: Client;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  owner = show.owner.client;
});
afterAll(() => supergraph.stop());

const TIERS = [
  { name: "Stalls", price: { amount: 4_500, currency: "EUR" }, sections: ["Parkett"] },
  { name: "Floor", price: { amount: 2_500, currency: "EUR" }, sections: ["Floor"] },
];
/** Eight o'clock in Berlin, on the last Saturday before clocks are put back. */
const FIRST = "2090-10-28T18:00:00.000Z";
const DETAILS = {
  description: "With **two** intermissions.",
  links: [{ label: "Trailer", url: "https://example.org/trailer" }],
  tags: ["Opera", "  Verdi  ", "OPERA"],
  minimumAge: 12,
  ageRating: "FSK 12",
};
const draft = (rest: Record<string, unknown> = {}) =>
  createEvent(owner, show.organizationId, show.venueId, TIERS, { startsAt: FIRST, ...DETAILS, ...rest });

const COPY = `mutation ($input: CopyEventInput!) { copyEvent(input: $input) { __typename
  ... on CopiedEvents { events { id startsAt endsAt series { id name } } } ... on Error { message } } }`;
const copy = async (input: object, by = owner): Promise<Data> =>
  (await by.ask(COPY, { input: { idempotencyKey: randomUUID(), ...input } })).copyEvent;

const SEEN = "id action isFinished dates { status problem event { id } }";
const CHANGE = `__typename ... on SeriesChange { ${SEEN} } ... on Error { message }`;
const publish = async (seriesId: string, idempotencyKey = randomUUID(), by = owner): Promise<Data> =>
  (
    await by.ask(`mutation ($s: ID!, $k: String!) { publishSeries(seriesId: $s, idempotencyKey: $k) { ${CHANGE} } }`, {
      s: seriesId,
      k: idempotencyKey,
    })
  ).publishSeries;
const cancel = async (seriesId: string, reason = "fire"): Promise<Data> =>
  (
    await owner.ask(
      `mutation ($s: ID!, $r: String!, $k: String!) { cancelSeries(seriesId: $s, reason: $r, idempotencyKey: $k) { ${CHANGE} } }`,
      { s: seriesId, r: reason, k: randomUUID() },
    )
  ).cancelSeries;
const update = async (input: object): Promise<Data> =>
  (
    await owner.ask(`mutation ($input: UpdateSeriesInput!) { updateSeries(input: $input) { ${CHANGE} } }`, {
      input: { idempotencyKey: randomUUID(), ...input },
    })
  ).updateSeries;

async function lastChange(id: string): Promise<Data> {
  await supergraph.settle();
  return (await owner.ask(`query ($id: ID!) { series(id: $id) { lastChange { ${SEEN} } } }`, { id })).series.lastChange;
}

const EVENTS = `query ($id: ID!) { series(id: $id) { events(first: 100) { nodes {
  id status startsAt endsAt name description descriptionHtml links { label url } tags minimumAge ageRating version
  priceTiers { name price { amount } } images { hash alt } } } } }`;
const eventsOf = async (id: string): Promise<Data[]> => (await owner.ask(EVENTS, { id })).series.events.nodes;

test("thirty dates are made and on sale in three requests, at eight in the evening before and after clocks are put back", async () => {
  const eventId = await draft({ endsAt: "2090-10-28T21:00:00.000Z" });
  const made = await copy({ eventId, rule: "FREQ=WEEKLY;BYDAY=TH,FR,SA;COUNT=30", newSeries: "La traviata" });
  expect(made.events).toHaveLength(29);
  const seriesId = made.events[0].series.id as string;
  const begun = await publish(seriesId);
  expect(begun).toMatchObject({ __typename: "SeriesChange", action: "PUBLISH" });
  expect(begun.dates).toHaveLength(30);
  expect(await lastChange(seriesId)).toMatchObject({ id: begun.id, isFinished: true });

  const events = await eventsOf(seriesId);
  expect(events.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => "ON_SALE"));
  expect(events.slice(0, 3).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
    [FIRST, "2090-10-28T21:00:00.000Z"],
    ["2090-11-02T19:00:00.000Z", "2090-11-02T22:00:00.000Z"],
    ["2090-11-03T19:00:00.000Z", "2090-11-03T22:00:00.000Z"],
  ]);
  const { seats } = (
    await supergraph
      .client()
      .ask(`query ($id: ID!) { event(id: $id) { seats(first: 1) { totalCount } } }`, { id: events[29]!.id })
  ).event;
  expect(seats.totalCount).toBeGreaterThan(0);
});

test("days are excepted from a rule by the clock of the venue, and a day without a copy is refused", async () => {
  const eventId = await draft();
  const rule = "FREQ=DAILY;COUNT=4";
  const made = await copy({ eventId, rule, exceptDates: ["2090-10-29"] });
  expect(made.events.map(({ startsAt }: Data) => startsAt)).toEqual([
    "2090-10-30T19:00:00.000Z",
    "2090-10-31T19:00:00.000Z",
  ]);
  // The first date is the event's own.
  for (const day of ["2090-10-28", "2090-11-01"])
    await expect(copy({ eventId, rule, exceptDates: ["2090-10-30", day] })).rejects.toThrow(
      `input.exceptDates.1: the rule makes no copy on ${day} in Europe/Berlin`,
    );
});

test("a copy has texts, links, tags, prices and pictures, and a key makes its copies once", async () => {
  const eventId = await draft();
  const picture = await jpeg(20, 20);
  const uploaded = await fetch(new URL(`/images?organizationId=${show.organizationId}`, supergraph.url), {
    method: "POST",
    headers: { authorization: `Bearer ${owner.token}` },
    body: picture as never,
  });
  const { hash } = (await uploaded.json()) as Data;
  await owner.ask(`mutation ($input: SetImagesInput!) { setImages(input: $input) { __typename } }`, {
    input: { eventId, images: [{ hash, alt: "Stage" }] },
  });
  const startsAt = ["2091-02-01T19:00:00.000Z", "2091-01-01T19:00:00.000Z"];
  const input = { eventId, startsAt, newSeries: "Gala", name: "Gala night", idempotencyKey: randomUUID() };
  const [one, two] = await Promise.all([copy(input), copy(input)]);
  expect(one).toEqual(two);
  expect(one!.events.map((event: Data) => event.startsAt)).toEqual([...startsAt].reverse());
  expect(await copy({ ...input, name: "Other" })).toMatchObject({ __typename: "IdempotencyKeyReused" });
  const [original, ...copies] = await eventsOf(one!.events[0].series.id);
  expect(copies).toHaveLength(2);
  for (const copied of copies)
    expect(copied).toEqual({
      ...original,
      id: copied.id,
      startsAt: copied.startsAt,
      name: "Gala night",
      version: 1,
    });
  expect(original).toMatchObject({
    descriptionHtml: "<p>With <strong>two</strong> intermissions.</p>\n",
    links: DETAILS.links,
    tags: ["opera", "verdi"],
    minimumAge: 12,
    ageRating: "FSK 12",
    images: [{ hash, alt: "Stage" }],
    priceTiers: [
      { name: "Stalls", price: { amount: 4_500 } },
      { name: "Floor", price: { amount: 2_500 } },
    ],
  });
});

test("all coming dates are changed and moved by the clock of the venue; those that are cancelled stay", async () => {
  const eventId = await draft({ endsAt: "2090-10-28T21:00:00.000Z" });
  const made = await copy({
    eventId,
    startsAt: ["2090-11-04T19:00:00.000Z", "2090-11-11T19:00:00.000Z"],
    newSeries: "Rigoletto",
  });
  const seriesId = made.events[0].series.id as string;
  await publish(seriesId);
  await supergraph.settle();
  await owner.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, {
    id: made.events[1].id,
  });
  const before = await eventsOf(seriesId);
  const input = {
    seriesId,
    name: "Rigoletto!",
    tags: ["verdi"],
    minimumAge: null,
    moveBy: { days: 1, minutes: -30 },
    idempotencyKey: randomUUID(),
  };
  const [begun, same] = await Promise.all([update(input), update(input)]);
  expect(begun!.id).toBe(same!.id);
  expect(await lastChange(seriesId)).toMatchObject({
    isFinished: true,
    dates: [
      { status: "DONE", problem: null, event: { id: eventId } },
      { status: "DONE", problem: null, event: { id: made.events[0].id } },
    ],
  });
  const [first, second, cancelled] = await eventsOf(seriesId);
  // Across the change of clocks: half past seven stays half past seven.
  expect(first).toMatchObject({
    startsAt: "2090-10-29T18:30:00.000Z",
    endsAt: "2090-10-29T21:30:00.000Z",
    name: "Rigoletto!",
    tags: ["verdi"],
    minimumAge: null,
    ageRating: "FSK 12",
  });
  expect(second).toMatchObject({ startsAt: "2090-11-05T18:30:00.000Z", name: "Rigoletto!" });
  expect(cancelled).toEqual(before[2]);
});

test("questions of all dates are set at once, and those that ask for the same keep their ids", async () => {
  const eventId = await draft();
  const made = await copy({ eventId, startsAt: ["2090-11-04T19:00:00.000Z"], newSeries: "Nabucco" });
  const seriesId = made.events[0].series.id as string;
  const meal = { scope: "TICKET", kind: "CHOOSE_ONE", text: "Which meal?", options: [{ label: "Fish" }] };
  const phone = { scope: "ORDER", kind: "PHONE", text: "Your telephone number?", isRequired: true };
  const asked = async (): Promise<Data[]> => {
    const { series } = await owner.ask(
      `query ($id: ID!) { series(id: $id) { events(first: 5) { edges { node { id invoiceAddress questions { id text options { id label } } } } } } }`,
      { id: seriesId },
    );
    return series.events.edges.map(({ node }: Data) => node);
  };

  await update({ seriesId, questions: [meal, phone], invoiceAddress: "OPTIONAL" });
  expect((await lastChange(seriesId)).dates.map(({ status }: Data) => status)).toEqual(["DONE", "DONE"]);
  const before = await asked();
  expect(before.map(({ questions }) => questions.map(({ text }: Data) => text))).toEqual([
    ["Which meal?", "Your telephone number?"],
    ["Which meal?", "Your telephone number?"],
  ]);
  expect(new Set(before.flatMap(({ questions }) => questions.map(({ id }: Data) => id))).size).toBe(4);

  const menu = { ...meal, options: [{ label: "Lentils" }, { label: "Fish" }] };
  await update({ seriesId, questions: [{ ...phone, text: "A number to call?" }, menu] });
  await lastChange(seriesId);
  (await asked()).forEach(({ invoiceAddress, questions: [number, dish] }, index) => {
    const [oldMeal, oldPhone] = before[index]!.questions as [Data, Data];
    expect(invoiceAddress).toBe("OPTIONAL");
    expect(number).toMatchObject({ text: "A number to call?", options: [] });
    expect(number.id).not.toBe(oldPhone.id);
    expect(dish.id).toBe(oldMeal.id);
    expect(dish.options).toEqual([{ id: expect.any(String), label: "Lentils" }, oldMeal.options[0]]);
  });

  await update({ seriesId, questions: [{ ...meal, priceTiers: ["Balcony"] }] });
  expect((await lastChange(seriesId)).dates).toMatchObject([
    { status: "REFUSED", problem: expect.stringMatching(/^input\.questions\.0\.priceTiers\.0/) },
    { status: "REFUSED" },
  ]);
  await expect(update({ seriesId, questions: [{ ...phone, id: randomUUID() }] })).rejects.toThrow(
    /input\.questions\.0\.id: must be omitted/,
  );
});

test("a date that can't be published says why, and the others are on sale", async () => {
  const eventId = await draft();
  const made = await copy({ eventId, startsAt: ["2090-11-04T19:00:00.000Z"], newSeries: "Otello" });
  const seriesId = made.events[0].series.id as string;
  // It has begun, and is not over.
  await supergraph.query("catalog", "update event set starts_at = now() - interval '1 hour' where id = $1", [eventId]);
  await publish(seriesId);
  const { dates } = await lastChange(seriesId);
  expect(dates).toEqual([
    { status: "REFUSED", problem: expect.stringMatching(/starts in the future/), event: { id: eventId } },
    { status: "DONE", problem: null, event: { id: made.events[0].id } },
  ]);
  expect(await cancel(seriesId)).toMatchObject({ action: "CANCEL" });
  expect((await lastChange(seriesId)).dates.map(({ status }: Data) => status)).toEqual(["DONE", "DONE"]);
  expect((await eventsOf(seriesId)).map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
});

test("while seating is away dates are pending, and are on sale when it is back", async () => {
  const eventId = await draft();
  const made = await copy({ eventId, startsAt: ["2090-12-04T19:00:00.000Z"], newSeries: "Aida" });
  const seriesId = made.events[0].series.id as string;
  await supergraph.pause("seating");
  try {
    const begun = await publish(seriesId);
    expect(begun.dates.map(({ status }: Data) => status)).toEqual(["PENDING", "PENDING"]);
  } finally {
    await supergraph.resume("seating");
  }
  expect((await lastChange(seriesId)).dates.map(({ status }: Data) => status)).toEqual(["DONE", "DONE"]);
});

test("only managers copy, and rules that make no sense name what is wrong", async () => {
  const eventId = await draft();
  const stranger = await signUp(supergraph.client);
  expect(await copy({ eventId, startsAt: [FIRST] }, stranger.client)).toMatchObject({ __typename: "NotFound" });
  await expect(copy({ eventId: show.eventId, startsAt: [FIRST] }, stranger.client)).rejects.toThrow(/MANAGER/);
  const { event } = await owner.ask(`query ($id: ID!) { event(id: $id) { startsAt } }`, { id: eventId });
  const made = await copy({ eventId, startsAt: [event.startsAt], newSeries: "Tosca" });
  await expect(publish(made.events[0].series.id, undefined, stranger.client)).rejects.toThrow(/MANAGER/);
  expect(await publish(randomUUID())).toMatchObject({ __typename: "NotFound" });
  for (const [input, message] of [
    [{}, /input.*: give either startsAt or rule/],
    [{ startsAt: [FIRST], rule: "FREQ=DAILY;COUNT=2" }, /give either startsAt or rule/],
    [{ rule: "FREQ=DAILY" }, /input.rule: needs either COUNT or UNTIL/],
    [{ rule: "FREQ=HOURLY;COUNT=3" }, /input.rule: "FREQ=HOURLY"/],
    [{ startsAt: [FIRST], seriesId: made.events[0].series.id, newSeries: "Two" }, /either seriesId or newSeries/],
    [{ startsAt: [] }, /startsAt/],
    [{ startsAt: [FIRST], exceptDates: ["2090-10-29"] }, /exceptDates: needs rule/],
    [{ rule: "FREQ=DAILY;COUNT=2", exceptDates: ["tomorrow"] }, /exceptDates.0: must be a day/],
  ] as const)
    await expect(copy({ eventId, ...input })).rejects.toThrow(message);
  expect(await copy({ eventId, startsAt: [FIRST], seriesId: randomUUID() })).toMatchObject({ __typename: "NotFound" });
  await expect(draft({ links: [{ label: "x", url: "javascript:alert(1)" }] })).rejects.toThrow(
    /links.0.url: must be a URL that begins with https/,
  );
  await expect(draft({ minimumAge: 100 })).rejects.toThrow(/minimumAge/);
});

test("events are found by their tags", async () => {
  const tag = `Festival ${randomUUID().slice(0, 8)}`;
  const ids = [await draft({ tags: [tag, "Jazz"] }), await draft({ tags: [tag.toUpperCase()] })];
  const found = async (tags: string[]) => {
    const query = `query ($tags: [String!]) { events(filter: { tags: $tags, status: DRAFT }, first: 50) { nodes { id } totalCount } }`;
    const { nodes, totalCount } = (await owner.ask(query, { tags })).events;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }: Data) => id as string).sort();
  };
  expect(await found([tag])).toEqual([...ids].sort());
  expect(await found([` ${tag.toLowerCase()}`, "JAZZ"])).toEqual([ids[0]]);
  expect(await found([tag, "none"])).toEqual([]);
  await expect(found(Array.from({ length: 6 }, () => "x"))).rejects.toThrow(/filter.tags: must be at most 5/);
});
