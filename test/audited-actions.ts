// Actions of organizers that the scene of the authorization tests has not done: halls, series, pictures, gates, apps and machines.
import type { Data } from "../local/client.ts";
import { allSeats, buy, createVenue, inDays, readOrder, signUp, type Person } from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import { png } from "../testkit/pictures.ts";
import { holdAtCounter, reserveOne, sellOne } from "./authorization/scene/counter.ts";
import { key, type Scene } from "./authorization/scene.ts";

export type Call = (mutation: string, given: Record<string, unknown>) => Promise<void>;

const HALL = {
  format: "CSV",
  text: "section,capacity\nFloor,5\n",
  name: "Halle",
  city: "Erfurt",
  country: "DE",
  timeZone: "Europe/Berlin",
};

export async function changeHalls(scene: Scene, call: Call): Promise<void> {
  const { ids, people, organizationId, otherOrganizationId } = scene;
  await call("updateVenue", { input: { venueId: ids.venue, expectedVersion: 1, access: "A lift" } });
  const input = { venueId: ids.venue, organizationId, idempotencyKey: key() };
  await call("copyVenue", { input });
  await call("importVenue", { input: { ...HALL, organizationId, idempotencyKey: key() } });
  const floor = { name: "Floor", kind: "GENERAL_ADMISSION" as const, capacity: 5 };
  const venueId = await createVenue(people.owner.client, organizationId, [floor]);
  await call("deleteVenue", { venueId, idempotencyKey: key() });
  const share = { venueId: ids.venue, organizationId: otherOrganizationId };
  for (const mutation of ["shareVenue", "shareVenue", "unshareVenue", "unshareVenue"]) await call(mutation, share);
}

export async function changeSeries({ ids }: Scene, call: Call): Promise<void> {
  await call("copyEvent", { input: { eventId: ids.event, startsAt: [inDays(50)], idempotencyKey: key() } });
  await call("publishSeries", { seriesId: ids.series, idempotencyKey: key() });
  await call("updateSeries", { input: { seriesId: ids.series, minimumAge: 12, idempotencyKey: key() } });
  await call("cancelSeries", { seriesId: ids.series, reason: "ill", idempotencyKey: key() });
}

export async function changeQueue({ ids }: Scene, call: Call): Promise<void> {
  const queue = { eventId: ids.packageDate, opensAt: inDays(9), drawAt: inDays(10) };
  await call("openQueue", { input: { ...queue, idempotencyKey: key() } });
  await call("steerQueue", { input: { eventId: ids.packageDate, note: "Doors at seven" } });
  const held = { eventId: ids.queue, entryId: ids.heldEntry };
  await call("reviewQueueEntry", { input: { ...held, decision: "RELEASED", note: "Asked by phone" } });
}

export async function changeWaitlist({ ids }: Scene, call: Call): Promise<void> {
  for (let time = 0; time < 2; time++)
    await call("setWaitlist", { input: { eventId: ids.packageDate, state: "OPEN" } });
}

export async function changePictures({ ids, people, organizationId, supergraph }: Scene, call: Call): Promise<void> {
  const upload = new URL(`/images?organizationId=${organizationId}`, supergraph.url);
  const headers = { authorization: `Bearer ${people.owner.client.token}`, "content-type": "image/png" };
  const answer = await fetch(upload, { method: "POST", headers, body: (await png(20, 20)) as never });
  const { hash } = (await answer.json()) as { hash: string };
  await call("setImages", { input: { eventId: ids.event, images: [{ hash, alt: "The stage" }] } });
}

export async function changeGates({ ids }: Scene, call: Call): Promise<void> {
  await call("updateGate", { input: { gateId: ids.gate, opensAt: null } });
  await call("undoCheckIn", { input: { ticketId: ids.entered, reason: "by mistake", idempotencyKey: key() } });
  await call("setEntryRule", { eventId: ids.event, rule: "DAILY" });
  await call("setExchangePolicy", { input: { eventId: ids.event, isAllowed: true, fee: 100 } });
  await call("setCodeRule", { input: { eventId: ids.event, minutesBefore: 525_600 } });
  await call("setTransferPolicy", { input: { eventId: ids.event, mode: "ONCE", coolOffSeconds: 60 } });
  for (let time = 0; time < 2; time++) await call("setReturnPolicy", { input: { eventId: ids.event, mode: "ALWAYS" } });
  for (let time = 0; time < 2; time++) await call("removeGate", { gateId: ids.gate });
}

export async function changeDrawers({ ids, organizationId, people: { boxOffice }, supergraph }: Scene): Promise<void> {
  const call = (mutation: string, type: string, input: Record<string, unknown>) =>
    boxOffice.client.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
      input: { ...input, idempotencyKey: key() },
    });
  await moveTicket(ids.event!, organizationId, boxOffice);
  await changeReservation(ids.event!, boxOffice);
  await exchangeTicket(ids.event!, await signUp(supergraph.client), boxOffice);
  await call("payOutRefund", "PayOutRefundInput", { orderId: ids.toPayOut, refundId: ids.dueRefund });
  for (let time = 0; time < 2; time++)
    await call("closeDrawer", "CloseDrawerInput", { drawerId: ids.drawer, counted: 0 });
  await call("openDrawer", "OpenDrawerInput", { organizationId, currency: "EUR", openingFloat: 0 });
}

/** One reservation is made, changed and cancelled. */
async function changeReservation(eventId: string, clerk: Pick<Person, "client">): Promise<void> {
  const free = (await allSeats(clerk.client, eventId)).find(({ status }) => status === "AVAILABLE")!;
  const { id } = await holdAtCounter(clerk, eventId, free.id as string);
  const reservationId = await reserveOne(clerk, id as string);
  const change = `mutation ($input: ChangeReservationInput!) { changeReservation(input: $input) { __typename } }`;
  await clerk.client.ask(change, { input: { reservationId, name: "Grace Hopper" } });
  const cancel = `mutation ($input: CancelReservationInput!) { cancelReservation(input: $input) { __typename } }`;
  await clerk.client.ask(cancel, { input: { reservationId } });
}

/** Of a ticket that is sold for it. */
async function moveTicket(eventId: string, organizationId: string, clerk: Pick<Person, "client">): Promise<void> {
  const seats = await allSeats(clerk.client, eventId);
  const [first, second] = seats.filter(({ status, number }) => status === "AVAILABLE" && number !== null) as [
    Data,
    Data,
  ];
  const { id: orderId } = await sellOne(clerk, organizationId, eventId, first.id as string);
  let ticketId: string | undefined;
  await until(async () => {
    const { order } = await clerk.client.ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, { id: orderId });
    ticketId = order.tickets[0]?.id;
    return ticketId !== undefined;
  }, "the order is confirmed");
  const input = { ticketId, seatId: second.id, reason: "broken seat", idempotencyKey: key() };
  await clerk.client.ask(`mutation ($input: MoveTicketInput!) { moveTicket(input: $input) { __typename } }`, { input });
}

/** A clerk exchanges the ticket of a buyer for a seat of the same price. */
async function exchangeTicket(eventId: string, buyer: Person, clerk: Pick<Person, "client">): Promise<void> {
  const free = (await allSeats(clerk.client, eventId)).filter(
    ({ status, number }) => status === "AVAILABLE" && number !== null,
  );
  const first = free[0]!;
  const other = free.find((seat) => seat !== first && seat.priceTier.id === first.priceTier.id)!;
  const { order } = await buy(buyer.client, eventId, [first.id as string]);
  let ticketId: string | undefined;
  await until(async () => {
    ticketId = (await readOrder(buyer.client, order.id)).tickets[0]?.id;
    return ticketId !== undefined;
  }, "the order is confirmed");
  const { id: holdId } = await holdAtCounter(clerk, eventId, other.id as string);
  const input = { ticketIds: [ticketId], holdId, expectedDifference: 0, idempotencyKey: key() };
  await clerk.client.ask(`mutation ($input: ExchangeTicketsInput!) { exchangeTickets(input: $input) { __typename } }`, {
    input,
  });
}

export async function changeLetters({ ids, organizationId }: Scene, call: Call): Promise<void> {
  const letter = { eventId: ids.event, subject: "Doors", body: "They open at six." };
  await call("sendLetter", { input: { ...letter, idempotencyKey: key() } });
  for (let time = 0; time < 2; time++)
    await call("setOrganizationContact", { input: { organizationId, contactPhone: "+49 361 1" } });
  for (let time = 0; time < 2; time++)
    await call("setOrganizationTimeZone", { input: { organizationId, timeZone: "Asia/Kathmandu" } });
}

export async function changeMachines({ ids, organizationId }: Scene, call: Call): Promise<void> {
  const app = { organizationId, name: "Calendar", redirectUris: ["https://app.example/callback"] };
  await call("createApp", { input: { ...app, idempotencyKey: key() } });
  await call("removeApp", { id: ids.app });
  for (let time = 0; time < 2; time++) {
    await call("revokeApiKey", { id: ids.apiKey });
    await call("revokeDevice", { id: ids.device });
  }
}
