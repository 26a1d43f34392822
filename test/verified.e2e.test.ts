// What an account may do before its e-mail address is verified, and what changes at once when it is.
import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import type { Data } from "../local/client.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import {
  buy,
  createEvent,
  createOrganization,
  createVenue,
  openShow,
  readOrder,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl });
  show = await openShow(supergraph.client);
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

const newcomer = () => signUp(supergraph.client, "Newcomer", `${randomUUID()}@mail.example`);
const lettersTo = async (email: string) => {
  const mails = mail.mails().filter(({ to }) => to.includes(email));
  return Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
};
const tell = ({ client }: Person) =>
  client.ask(`{ me { email emailVerified emailCode { id } } }`).then(({ me }) => me as Data);

async function verify(person: Person, email = person.email): Promise<void> {
  const { id } = (await tell(person)).emailCode;
  const codes = async () =>
    (await lettersTo(email)).flatMap(({ text = "" }) => /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m.exec(text)?.[0] ?? []);
  await until(async () => (await codes()).length > 0, "the code has come");
  const { useCode } = await person.client.ask(
    `mutation ($i: UseCodeInput!) { useCode(input: $i) { __typename ... on User { emailVerified } } }`,
    { i: { id, code: (await codes()).at(-1), idempotencyKey: id } },
  );
  expect(useCode).toEqual({ __typename: "User", emailVerified: true });
}
const hold = async ({ client }: Person, seatId: string): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on Hold { id } ... on Error { message } } }`,
      { i: { eventId: show.eventId, seatIds: [seatId], idempotencyKey: randomUUID() } },
    )
  ).holdSeats;
const seat = () => show.seats.pop().id as string;

test("letters wait while the order's page has the tickets, and go out when the address is verified", async () => {
  const buyer = await newcomer();
  const { order } = await buy(buyer.client, show.eventId, [seat()]);
  await supergraph.settle();
  const bought = await readOrder(buyer.client, order.id);
  expect([bought.status, bought.tickets.length]).toEqual(["CONFIRMED", 1]);
  const statuses = async () =>
    (await buyer.client.ask(`query ($id: ID!) { order(id: $id) { letters { status } } }`, { id: order.id })).order
      .letters;
  expect(await statuses()).toEqual([{ status: "PENDING" }]);
  expect(await lettersTo(buyer.email)).toHaveLength(1);
  await verify(buyer);
  await supergraph.settle();
  expect(await statuses()).toEqual([{ status: "SENT" }]);
  expect((await lettersTo(buyer.email)).map(({ attachments }) => attachments.length)).toEqual([0, 2]);
});

test("one hold at a time, and as many as anybody once the address is verified, in the same session", async () => {
  const buyer = await newcomer();
  expect((await hold(buyer, seat())).__typename).toBe("Hold");
  const refused = await hold(buyer, seat());
  expect(refused.__typename).toBe("EmailNotVerified");
  expect(refused.message).toMatch(/verify your e-mail address with requestEmailCode/);
  await verify(buyer);
  expect((await hold(buyer, seat())).__typename).toBe("Hold");
});

test("an organizer publishes nothing, and so writes to nobody, before the address is verified", async () => {
  const organizer = await newcomer();
  const organizationId = await createOrganization(organizer.client);
  const venueId = await createVenue(organizer.client, organizationId, [
    { name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 },
  ]);
  const free = { name: "Free", price: { amount: 0, currency: "EUR" }, sections: ["Floor"] };
  const eventId = await createEvent(organizer.client, organizationId, venueId, [free]);
  const publish = async () =>
    (
      await organizer.client.ask(
        `mutation ($id: ID!) { publishEvent(eventId: $id) { __typename ... on Event { status } ... on Error { message } } }`,
        { id: eventId },
      )
    ).publishEvent;
  expect(await publish()).toEqual({
    __typename: "EventNotPublishable",
    message: "Verify your e-mail address first: request a code with requestEmailCode, then pass it to useCode.",
  });
  await verify(organizer);
  expect(await publish()).toEqual({ __typename: "Event", status: "ON_SALE" });
});

test("risk looks at the domain of the address that was verified last", async () => {
  const buyer = await newcomer();
  await verify(buyer);
  const next = `${randomUUID()}@mailinator.com`;
  await buyer.client.ask(`mutation ($i: ChangeEmailInput!) { changeEmail(input: $i) { __typename } }`, {
    i: { email: next, password: "correct horse battery" },
  });
  const rulesOf = async () => {
    const { order } = await buy(buyer.client, show.eventId, [seat()]);
    await supergraph.settle();
    const found = await supergraph.query<{ reasons: { code: string }[] }>(
      "risk",
      `select reasons from assessment where order_id = $1`,
      [order.id],
    );
    return found[0]!.reasons.map(({ code }) => code);
  };
  expect(await rulesOf()).not.toContain("DISPOSABLE_EMAIL");
  await verify(buyer, next);
  await supergraph.settle();
  expect(await rulesOf()).toContain("DISPOSABLE_EMAIL");
});
