// A waiting list: a ticket is given back for one person who waits, and a second one is not taken back. Then three people wait for two seats of a buyer, who
// gives them back. One buys, one leaves, and a group that gets nothing leaves, too. The organizer closes the list and opens it again; what comes back
// then is on sale, as nobody waits.
import { randomUUID } from "node:crypto";
import { connectClient, type Data } from "../../../local/client.ts";
import { signUp, type Person } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, PAY, PLACE, releaseOf } from "../actors.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";
import { ticketsOf } from "./exchange-story.ts";

const SET = `mutation ($input: SetWaitlistInput!) { setWaitlist(input: $input) { __typename ... on Error { message } } }`;
const JOIN = `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { __typename ... on WaitlistEntry { id } ... on Error { message } } }`;
const OWN = `query ($id: ID!) { event(id: $id) { waitlist { entry { id state hold { id } } } } }`;
const TRY_AGAIN_MS = 200;

const RETURNS = `mutation ($input: SetReturnPolicyInput!) { setReturnPolicy(input: $input) { __typename } }`;
const RETURN = `mutation ($input: ReturnTicketsInput!) { returnTickets(input: $input) { __typename ... on Order { id } ... on Error { message } } }`;
const PRICE = 4_500;
const FEE = 500;

export interface WaitingPeople {
  waiting: Person[];
  /** Of two tickets, which can be given back for the list. */
  orderId: string;
}

export async function peopleForWaitlist(cast: Cast, purchase: () => Promise<string>): Promise<WaitingPeople> {
  const { url, show } = cast.world;
  const open = (token?: string) => connectClient(url, token);
  const waiting = await Promise.all(["Ben", "Cem", "Dora"].map((name) => signUp(open, name)));
  const orderId = await purchase();
  const input = { eventId: show.eventId, mode: "WAITLIST", fee: FEE };
  await until(async () => {
    const answer = await show.owner.client.send(RETURNS, { input }).catch(() => undefined);
    return answer?.data?.setReturnPolicy?.__typename === "Event";
  }, "orders knows the event");
  return { waiting, orderId };
}

/** Returns whether it was taken back. */
async function giveBack(cast: Cast, orderId: string, ticketId: string): Promise<boolean> {
  const input = { orderId, ticketIds: [ticketId], expectedRefund: PRICE - FEE };
  const asked = { operation: "return", query: RETURN, field: "returnTickets", input } as const;
  const answer = await actorOf(cast, cast.buyer).certain({ ...asked, key: randomUUID() });
  return answer?.__typename === "Order";
}

async function setList(cast: Cast, state: "OPEN" | "CLOSED"): Promise<void> {
  const { owner, eventId } = cast.world.show;
  const input = { eventId, state };
  const asked = { operation: "list", query: SET, field: "setWaitlist", input, key: state } as const;
  const answer = await actorOf(cast, owner).certain({ ...asked, hasNoKey: true });
  if (answer?.__typename !== "Waitlist") throw new Error(`The list was not set: ${answer?.__typename}`);
}

async function join(cast: Cast, person: Person, quantity: number): Promise<string> {
  const input = { eventId: cast.world.show.eventId, quantity };
  const asked = { operation: "wait", query: JOIN, field: "joinWaitlist", input } as const;
  const entry = await actorOf(cast, person).certain({ ...asked, key: randomUUID() });
  if (entry?.__typename !== "WaitlistEntry") throw new Error(`The list was not joined: ${entry?.__typename}`);
  return String(entry.id);
}

async function leave(cast: Cast, person: Person, entryId: string): Promise<void> {
  const query = `mutation { leaveWaitlist(entryId: "${entryId}") { __typename ... on WaitlistEntry { state } ... on Error { message } } }`;
  const asked = { operation: "unwait", query, field: "leaveWaitlist", input: { entryId }, key: entryId } as const;
  await actorOf(cast, person).certain({ ...asked, hasNoKey: true });
}

async function offerOf(cast: Cast, { client }: Person): Promise<string> {
  let holdId: string | undefined;
  await until(
    async () => {
      const answer = await client.send(OWN, { id: cast.world.show.eventId }).catch(() => undefined);
      holdId = answer?.data?.event?.waitlist?.entry?.hold?.id as string | undefined;
      return holdId !== undefined;
    },
    "the seat is offered",
    REST_WITHIN_MS,
    TRY_AGAIN_MS,
  );
  return holdId!;
}

async function order(cast: Cast, person: Person, holdId: string): Promise<void> {
  const actor = actorOf(cast, person);
  const placing = { operation: "place", query: PLACE, field: "placeOrder", input: { holdId } } as const;
  const placed = await actor.certain({ ...placing, key: randomUUID() });
  if (placed?.__typename !== "Order") throw new Error(`The order was not placed: ${placed?.__typename}`);
  const input = { orderId: placed.id, paymentMethod: "pm_card_visa" };
  await actor.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  await actor.untilSettled(String(placed.id));
}

/** One ticket is taken back for the one person who waits, and the other one is not. */
async function giveBackForList(cast: Cast, person: Person, orderId: string): Promise<void> {
  const [ticketId, otherId] = (await ticketsOf(cast, orderId)) as [string, string];
  const entryId = await join(cast, person, 1);
  if (!(await giveBack(cast, orderId, ticketId))) throw new Error("The ticket was never taken back.");
  await offerOf(cast, person);
  if (await giveBack(cast, orderId, otherId)) throw new Error("A ticket was taken back that nobody waits for.");
  await leave(cast, person, entryId);
}

export async function waitInLine(cast: Cast, { waiting, orderId }: WaitingPeople): Promise<void> {
  const [first, second, group] = waiting as [Person, Person, Person];
  const buyer = actorOf(cast, cast.buyer);
  const held = await hold(cast, 3);
  if (held?.__typename !== "Hold") throw new Error("The seats were never held.");
  await setList(cast, "OPEN");
  await giveBackForList(cast, second, orderId);
  await join(cast, first, 1);
  const leaving = await join(cast, second, 1);
  const ofGroup = await join(cast, group, 2);
  await buyer.certain(releaseOf(String(held.id)));
  // They belong to the list already, so nobody can hold them.
  const sniped = await hold(cast, 3);
  if (sniped?.__typename === "Hold") await buyer.certain(releaseOf(String(sniped.id)));
  const offered = await offerOf(cast, first);
  await offerOf(cast, second);
  await leave(cast, second, leaving);
  await order(cast, first, offered);
  await leave(cast, group, ofGroup);
  await setList(cast, "CLOSED");
  await setList(cast, "OPEN");
  // Nobody waits: they go on sale.
  const more = await hold(cast, 6);
  if (more?.__typename === "Hold") await buyer.certain(releaseOf(String(more.id)));
}

function hold(cast: Cast, from: number): Promise<Data | undefined> {
  const { eventId, seats } = cast.world.show;
  const seatIds = seats.slice(from, from + 2).map(({ id }: Data) => String(id));
  const holding = { operation: "hold", query: HOLD_SEATS, field: "holdSeats", input: { eventId, seatIds } } as const;
  return actorOf(cast, cast.buyer).certain({ ...holding, key: randomUUID() });
}
