// Buyers, what organizers ask about letters, and the mail.
import { randomUUID } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import type { Data } from "../local/client.ts";
import { buy, type Person, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

export const STAFF = randomUUID();
export const DAY = 86_400;
/** ORDERS_CHANGE_LETTER_SECONDS by default. */
export const DELAY = 300;

export let supergraph: TestSupergraph;
export let mail: RunningMailCatcher;
export async function start(): Promise<void> {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const env = { SMTP_URL: mail.smtpUrl, PUBLIC_URL: "https://tickets.example", PLATFORM_STAFF: STAFF };
  supergraph = await startSupergraph({ ...env, USERS_VERIFIED_DOMAINS: "example.org" });
}
/** The clocks of the databases are right again. */
export const resetClocks = () => supergraph.advance(0);
export async function stop(): Promise<void> {
  await supergraph.stop();
  await mail.stop();
}

export async function sell({ eventId, seats }: Show, buyer: { client: Person["client"] }, count = 1): Promise<string> {
  const ids = seats.splice(0, count).map(({ id }) => id as string);
  const { order } = await buy(buyer.client, eventId, ids);
  await supergraph.settle();
  return order.id as string;
}

export async function lettersTo(email: string): Promise<Email[]> {
  await supergraph.settle();
  const mails = mail.mails().filter(({ to }) => to.includes(email));
  return Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
}

export const textOf = (email: Email | undefined) => (email?.text ?? "").replaceAll(/\s+/g, " ");
export const linkIn = (email: Email | undefined, page: string) =>
  new RegExp(`https://tickets\\.example(/account/${page}\\S+)`).exec(email?.text ?? "")?.[1];

export async function change({ owner, eventId }: Show, fields: Record<string, unknown>): Promise<Data> {
  const { event } = await owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  return owner.client.send(
    `mutation ($i: UpdateEventInput!) { updateEvent(input: $i) { __typename ... on Error { message } } }`,
    { i: { eventId, expectedVersion: event.version, ...fields } },
  );
}

export const answer = async ({ client }: Person, orderId: string, given: string, key: string = randomUUID()) =>
  (
    await client.ask(
      `mutation ($i: AnswerRefundOfferInput!) { answerRefundOffer(input: $i) { __typename ... on Order { status } } }`,
      { i: { orderId, answer: given, idempotencyKey: key } },
    )
  ).answerRefundOffer;

export const offerTo = async ({ client }: Person, orderId: string) =>
  (await client.ask(`query ($id: ID!) { order(id: $id) { refundOffer { answer isOpen } } }`, { id: orderId })).order
    .refundOffer;

export const write = ({ client }: Person, input: Record<string, unknown>) =>
  client.send(
    `mutation ($i: SendLetterInput!) { sendLetter(input: $i) { __typename ... on OrganizerLetter { id recipients isWritten } } }`,
    { i: { idempotencyKey: randomUUID(), ...input } },
  );
