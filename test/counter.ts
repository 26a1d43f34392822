// A show with clerks who sell at the counter, and what they ask.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { openShow, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

export let supergraph: TestSupergraph;
export let mail: RunningMailCatcher;
export let show: Show;
export let clerk: Person;
export let free: string[];
export async function start(): Promise<void> {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "example.org" });
}
/** A show with all seats free, and a clerk without a drawer. */
export async function openNewShow(): Promise<void> {
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 2 });
  free = show.seats.map(({ id }) => id as string);
  clerk = await newClerk();
}
export async function stop(): Promise<void> {
  await supergraph.stop();
  await mail.stop();
}

export async function newClerk(role = "BOX_OFFICE"): Promise<Person> {
  const person = await signUp(supergraph.client, "Clara Clerk");
  await setMember(show.owner.client, show.organizationId, person.id, role);
  return person;
}

export const key = () => randomUUID();
export const seats = (count: number) => free.splice(0, count);

export const HOLD = `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on Hold { id total { amount } } ... on Error { message } } }`;
export const hold = async (client: Client, seatIds: string[], more: Data = {}): Promise<Data> =>
  (
    await client.ask(HOLD, {
      i: { eventId: show.eventId, seatIds, atCounter: true, idempotencyKey: key(), ...more },
    })
  ).holdSeats;

export const ORDER = `id number status total { amount } refunded { amount } buyer { id } pdf
  tickets { id code status holder { id } } payments { id status tender tenderReference refunds { id status failureCode } }
  counterSale { tender given { amount } change { amount } reference reason drawer { id } }`;
export const SELL = `mutation ($i: SellAtCounterInput!) { sellAtCounter(input: $i) { __typename ... on Order { ${ORDER} } ... on SaleTotalChanged { total { amount } } ... on Error { message } } }`;
export const sell = async (client: Client, input: Data): Promise<Data> =>
  (
    await client.ask(SELL, {
      i: { organizationId: show.organizationId, idempotencyKey: key(), tender: "CASH", ...input },
    })
  ).sellAtCounter;

export const DRAWER = `id openingFloat { amount } expected { amount } counted { amount } difference { amount } note closedAt clerk { id }
  takings { tender sales tickets sold { amount } refunded { amount } net { amount } }`;
export const openDrawer = async (client: Client, input: Data = {}): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: OpenDrawerInput!) { openDrawer(input: $i) { __typename ... on Drawer { ${DRAWER} } ... on DrawerAlreadyOpen { drawer { id } } ... on Error { message } } }`,
      {
        i: {
          organizationId: show.organizationId,
          currency: "EUR",
          openingFloat: 10_000,
          idempotencyKey: key(),
          ...input,
        },
      },
    )
  ).openDrawer;
export const closeDrawer = async (client: Client, input: Data): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: CloseDrawerInput!) { closeDrawer(input: $i) { __typename ... on Drawer { ${DRAWER} } ... on Error { message } } }`,
      { i: { idempotencyKey: key(), ...input } },
    )
  ).closeDrawer;
export const refund = async (client: Client, input: Data): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename ... on Order { ${ORDER} } ... on Error { message } } }`,
      { i: { reason: "Changed plans", idempotencyKey: key(), ...input } },
    )
  ).refundOrder;
export const read = async (id: string): Promise<Data> =>
  (await clerk.client.ask(`query ($id: ID!) { order(id: $id) { ${ORDER} } }`, { id })).order;

export const sold = async (count = 1, input: Data = {}): Promise<Data> => {
  const { id, total } = await hold(clerk.client, seats(count));
  const order = await sell(clerk.client, { holdId: id, expectedTotal: total.amount, ...input });
  expect(order.__typename).toBe("Order");
  return order;
};
