// A stage for mutations: an event on sale, its organizer, and whatever a mutation needs before it, created again each time.
import { randomUUID } from "node:crypto";
import type { Data } from "../../local/client.ts";
import type { RunningMailCatcher } from "../../local/stand-ins/mail-catcher.ts";
import {
  allSeats,
  createEvent,
  createOrganization,
  createVenue,
  holdSeats,
  payOrder,
  placeOrder,
  publishEvent,
  signUp,
  type Person,
} from "../../local/fixtures.ts";
import type { TestSupergraph } from "../../testkit/supergraph.ts";

export const key = () => randomUUID();

/** What is asked before the fault, so that the gateway knows who asks. */
export async function known(person: Person): Promise<Person> {
  await person.client.ask("{ me { id } }");
  return person;
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

export async function setStage(supergraph: TestSupergraph, mail: RunningMailCatcher, staff: Person) {
  const owner = await signUp(supergraph.client);
  const organizationId = await createOrganization(owner.client);
  const venueId = await createVenue(owner.client, organizationId, [
    { name: "Hall", kind: "SEATED", rows: Array.from({ length: 10 }, (_, row) => ({ label: `${row}`, seats: 50 })) },
  ]);

  const draft = () =>
    createEvent(owner.client, organizationId, venueId, [
      { name: "All", price: { amount: 4_500, currency: "EUR" }, sections: ["Hall"] },
    ]);

  async function onSale(): Promise<string> {
    const id = await draft();
    await publishEvent(owner.client, id);
    return id;
  }

  const eventId = await onSale();
  const seats = (await allSeats(owner.client, eventId)).map(({ id }: Data) => id as string);

  const somebody = async () => known(await signUp(supergraph.client));
  const seat = () => seats.splice(20, 1)[0]!;

  async function held(): Promise<{ buyer: Person; holdId: string }> {
    const buyer = await somebody();
    return { buyer, holdId: (await holdSeats(buyer.client, eventId, [seat()])).id };
  }
  async function placed(): Promise<{ buyer: Person; orderId: string }> {
    const { buyer, holdId } = await held();
    return { buyer, orderId: (await placeOrder(buyer.client, holdId)).id };
  }
  async function paid(card = "pm_card_visa"): Promise<{ buyer: Person; orderId: string; order: Data }> {
    const { buyer, orderId } = await placed();
    await payOrder(buyer.client, orderId, card);
    await supergraph.settle();
    const { order } = await buyer.client.ask(
      `query ($id: ID!) { order(id: $id) { tickets { id code } payments { refunds { id } } } }`,
      { id: orderId },
    );
    return { buyer, orderId, order };
  }
  async function offered(): Promise<{ buyer: Person; ticketId: string; code: string }> {
    const { buyer, order } = await paid();
    const ticketId = order.tickets[0].id;
    const { offerTicket } = await buyer.client.ask(
      `mutation ($input: OfferTicketInput!) { offerTicket(input: $input) { ... on TicketOffer { code } } }`,
      { input: { ticketId, idempotencyKey: key() } },
    );
    return { buyer, ticketId, code: offerTicket.code };
  }
  async function invited(): Promise<{ guest: Person; id: string; token: string }> {
    const guest = await somebody();
    const { inviteMember } = await owner.client.ask(
      `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on Invitation { id token } } }`,
      { input: { organizationId, email: guest.email, role: "SCANNER", idempotencyKey: key() } },
    );
    return { guest, ...inviteMember };
  }
  /** The code that the person is mailed next, and its id. */
  async function mailedCode({ client, email }: Person): Promise<{ id: string; code: string }> {
    const { requestEmailCode } = await client.ask(`mutation { requestEmailCode { id } }`);
    await supergraph.settle();
    const letter = mail.mails().findLast(({ to }) => to.includes(email))!;
    const [, code] = /^Subject: (\w{8}) is your code/m.exec(letter.raw.toString())!;
    return { id: requestEmailCode.id as string, code: code! };
  }

  return {
    settle: () => supergraph.settle(),
    staff,
    owner,
    organizationId,
    venueId,
    eventId,
    seat,
    draft,
    onSale,
    somebody,
    held,
    placed,
    paid,
    offered,
    invited,
    mailedCode,
  };
}
