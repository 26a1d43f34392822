// A stage for mutations: an event on sale, its organizer, and whatever a mutation needs before it, created again each time.
import { randomUUID } from "node:crypto";
import type { Data } from "../../local/client.ts";
import type { RunningMailCatcher } from "../../local/stand-ins/mail-catcher.ts";
import {
  allSeats,
  buy,
  createEvent,
  createOrganization,
  createVenue,
  holdSeats,
  inDays,
  payOrder,
  placeOrder,
  publishEvent,
  PASSWORD,
  setMember,
  signUp,
  type Person,
} from "../../local/fixtures.ts";
import { createAuthenticator, type Authenticator } from "../../testkit/authenticator.ts";
import { totpCode } from "../../testkit/totp.ts";
import { pairDevice } from "../../testkit/machines.ts";
import type { RunningIdentityProvider } from "../../testkit/identity-provider.ts";
import { letterCodeOf } from "../authorization/scene/letters.ts";
import { holdEntry } from "../queues.ts";
import type { TestSupergraph } from "../../testkit/supergraph.ts";

export const key = () => randomUUID();

/** What is asked before the fault, so that the gateway knows who asks. */
export async function known(person: Person): Promise<Person> {
  await person.client.ask("{ me { id } }");
  return person;
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

export async function setStage(
  supergraph: TestSupergraph,
  { mail, identities }: { mail: RunningMailCatcher; identities: RunningIdentityProvider },
  staff: Person,
) {
  const owner = await signUp(supergraph.client);
  const organizationId = await createOrganization(owner.client);
  const venueId = await createVenue(owner.client, organizationId, [
    { name: "Hall", kind: "SEATED", rows: Array.from({ length: 10 }, (_, row) => ({ label: `${row}`, seats: 50 })) },
  ]);

  const draft = () =>
    createEvent(owner.client, organizationId, venueId, [
      { name: "All", price: { amount: 4_500, currency: "EUR" }, sections: ["Hall"] },
    ]);

  const emptyVenue = () =>
    createVenue(owner.client, organizationId, [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 }]);

  async function otherOrganization(): Promise<string> {
    const id = await createOrganization((await somebody()).client);
    await supergraph.settle();
    return id;
  }

  async function sharedVenue(): Promise<{ venueId: string; organizationId: string }> {
    const shared = { venueId: await emptyVenue(), organizationId: await otherOrganization() };
    await owner.client.ask(
      `mutation ($venueId: ID!, $organizationId: ID!) { shareVenue(venueId: $venueId, organizationId: $organizationId) { __typename } }`,
      shared,
    );
    return shared;
  }
  /** With one draft. */
  async function series(): Promise<string> {
    const { copyEvent } = await owner.client.ask(
      `mutation ($input: CopyEventInput!) { copyEvent(input: $input) { ... on CopiedEvents { events { series { id } } } } }`,
      { input: { eventId: await draft(), startsAt: [inDays(50)], newSeries: "Opera", idempotencyKey: key() } },
    );
    return copyEvent.events[0].series.id as string;
  }

  async function onSale(): Promise<string> {
    const id = await draft();
    await publishEvent(owner.client, id);
    return id;
  }

  /** An event of which somebody has a ticket. */
  async function soldOnce(): Promise<{ eventId: string; buyer: Person; orderId: string }> {
    const [id, buyer] = [await onSale(), await somebody()];
    const { order } = await buy(buyer.client, id, [(await allSeats(owner.client, id))[0]!.id as string]);
    await supergraph.settle();
    return { eventId: id, buyer, orderId: order.id };
  }

  const eventId = await onSale();
  const seats = (await allSeats(owner.client, eventId)).map(({ id }: Data) => id as string);

  const somebody = async () => known(await signUp(supergraph.client));
  /** A member with the rights of the box office. */
  async function clerk(): Promise<Person> {
    const person = await somebody();
    await setMember(owner.client, organizationId, person.id, "BOX_OFFICE");
    await supergraph.settle();
    return known(person);
  }
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
  async function gate(): Promise<string> {
    const { createGate } = await owner.client.ask(
      `mutation ($input: CreateGateInput!) { createGate(input: $input) { ... on Gate { id } } }`,
      { input: { eventId, name: key(), idempotencyKey: key() } },
    );
    return createGate.id as string;
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
  /** A person who has requested an authenticator app, and its next code. */
  async function enrolled(): Promise<{ person: Person; secret: string }> {
    const person = await somebody();
    const { enrollTotp } = await person.client.ask(`mutation { enrollTotp { ... on TotpEnrollment { secret } } }`);
    return { person, secret: enrollTotp.secret };
  }
  /** A person with an authenticator app, and an unused code. */
  async function guarded(): Promise<{ person: Person; code: string }> {
    const { person, secret } = await enrolled();
    await person.client.ask(`mutation ($code: String!) { confirmTotp(code: $code) { __typename } }`, {
      code: totpCode(secret, -1),
    });
    return { person, code: totpCode(secret) };
  }
  async function passkeyOptions({ client }: Person, purpose: "ADD" | "SIGN_IN"): Promise<string> {
    const { passkeyOptions: options } = await client.ask(
      `mutation ($purpose: PasskeyPurpose!) { passkeyOptions(purpose: $purpose) { ... on PasskeyOptions { json } } }`,
      { purpose },
    );
    return options.json as string;
  }
  /** A person with a passkey. */
  async function keyed(): Promise<{ person: Person; id: string; authenticator: Authenticator }> {
    const person = await somebody();
    const authenticator = createAuthenticator(supergraph.env.PUBLIC_URL!);
    const { addPasskey } = await person.client.ask(
      `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { ... on FactorEnabled { user { passkeys { id } } } } }`,
      { input: { response: authenticator.create(await passkeyOptions(person, "ADD")), name: "Phone" } },
    );
    return { person, id: addPasskey.user.passkeys[0].id as string, authenticator };
  }
  /** The answer of a provider to a sign-in, or to the link of an identity. */
  async function answered(person?: Person): Promise<{ provider: string; response: string; secret: string }> {
    const mutation = person ? "startIdentityLink" : "startExternalSignIn";
    const { begun } = await (person?.client ?? supergraph.client()).ask(
      `mutation { begun: ${mutation}(provider: "one") { ... on ExternalSignIn { url secret } } }`,
    );
    const sub = key();
    const to = await identities.signIn(begun.url, { sub, email: `${sub}@example.org`, email_verified: true });
    return { provider: "one", response: to.search.slice(1), secret: begun.secret };
  }
  /** A person with an identity elsewhere. */
  async function linked(): Promise<{ person: Person; id: string }> {
    const person = await somebody();
    const { finishIdentityLink } = await person.client.ask(
      `mutation ($input: ExternalAnswerInput!) { finishIdentityLink(input: $input) { ... on User { identities { id } } } }`,
      { input: await answered(person) },
    );
    return { person, id: finishIdentityLink.identities[0].id };
  }
  /** An app of the organization. */
  async function app(): Promise<string> {
    const { createApp } = await owner.client.ask(
      `mutation ($input: CreateAppInput!) { createApp(input: $input) { ... on App { id } } }`,
      {
        input: {
          organizationId,
          name: "Calendar",
          redirectUris: ["https://app.example/callback"],
          idempotencyKey: key(),
        },
      },
    );
    return createApp.id as string;
  }
  /** A person who has allowed an app something. */
  async function allowed(): Promise<{ person: Person; appId: string }> {
    const [person, appId] = [await somebody(), await app()];
    await supergraph.query(
      "users",
      `insert into oidc_record (model, id_hash, payload, grant_id, user_id, client_id, is_offline, expires_at)
       values ('Grant', $1, '{}', $1, $2, $1, true, now() + interval '1 day')`,
      [appId, person.id],
    );
    return { person, appId };
  }
  /** The code that the person is mailed next, and its id. */
  async function mailedCode({ client, email }: Person): Promise<{ id: string; code: string }> {
    const { requestEmailCode } = await client.ask(`mutation { requestEmailCode { id } }`);
    return { id: requestEmailCode.id as string, code: await mailedTo(email, /^Subject: (\w{8}) is your code/m) };
  }
  /** The code that the person is mailed to claim the orders of a guest, and its id. */
  async function claimCode({ client, email }: Person): Promise<{ id: string; code: string }> {
    const guest = { input: { email, name: "Guest" } };
    const start = `mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { accessToken } }`;
    await supergraph.client().ask(start, guest);
    const { requestGuestClaim } = await client.ask(`mutation { requestGuestClaim { ... on CodeSent { id } } }`);
    return { id: requestGuestClaim.id as string, code: await mailedTo(email, /^Subject: (\w{8}) is your code/m) };
  }
  async function mailedTo(email: string, code: RegExp): Promise<string> {
    await supergraph.settle();
    return mail
      .mails()
      .filter(({ to }) => to.includes(email))
      .flatMap(({ raw }) => code.exec(raw.toString().replaceAll("=\r\n", ""))?.[1] ?? [])
      .at(-1)!;
  }
  const verify = ({ client }: Person, code: { id: string; code: string }) =>
    client.ask(`mutation ($input: UseCodeInput!) { useCode(input: $input) { __typename } }`, {
      input: { ...code, idempotencyKey: key() },
    });
  const ALERT = /^([\w-]{43})\r?$/m;
  /** Code of the alert that a person gets after a sign-in with another device. */
  async function signInAlert(): Promise<string> {
    const person = await somebody();
    await verify(person, await mailedCode(person));
    const input = { email: person.email, password: PASSWORD };
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
    await supergraph.client().send(signIn, { input }, { "user-agent": "Another device" });
    return mailedTo(person.email, ALERT);
  }
  /** Code of the alert that a person gets after a change of the address. Addresses at example.org need no verification. */
  async function changeAlert(): Promise<string> {
    const person = await somebody();
    await verify(person, await mailedCode(person));
    const email = `${key()}@example.org`;
    const change = `mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename } }`;
    await person.client.ask(change, { input: { email, password: PASSWORD } });
    return mailedTo(person.email, ALERT);
  }

  const device = async () => (await pairDevice(supergraph, owner.id, organizationId)).id;

  return {
    soldOnce,
    letterCode: ({ email }: Person) => letterCodeOf(mail, email),
    device,
    publicUrl: supergraph.env.PUBLIC_URL!,
    settle: () => supergraph.settle(),
    heldEntry: (eventId: string, { id }: Person) => holdEntry(supergraph, eventId, id),
    staff,
    owner,
    organizationId,
    venueId,
    eventId,
    seat,
    clerk,
    draft,
    emptyVenue,
    otherOrganization,
    sharedVenue,
    series,
    onSale,
    somebody,
    visitor: () => supergraph.client(),
    held,
    placed,
    paid,
    gate,
    offered,
    invited,
    enrolled,
    guarded,
    passkeyOptions,
    app,
    allowed,
    keyed,
    mailedCode,
    answered,
    linked,
    claimCode,
    signInAlert,
    changeAlert,
  };
}
