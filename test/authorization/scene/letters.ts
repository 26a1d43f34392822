// An event with a letter of the organizer, and a new date with a choice between tickets and money.
import { inDays, type Person } from "../../../local/fixtures.ts";
import type { RunningMailCatcher } from "../../../local/stand-ins/mail-catcher.ts";

const CODE = /^List-Unsubscribe: <\S+code=([^>]+)>/im;

export async function writeToBuyers({ client }: Person, eventId: string): Promise<void> {
  await client.ask(
    `mutation ($input: SendLetterInput!) { sendLetter(input: $input) { ... on OrganizerLetter { id } } }`,
    {
      input: { eventId, subject: "Doors", body: "They open at six.", idempotencyKey: "letter" },
    },
  );
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  await client.ask(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { ... on Event { id } } }`, {
    input: { eventId, expectedVersion: event.version, startsAt: inDays(31), refundUntil: inDays(30) },
  });
}

/** Code of the link that ends letters, in the header of the last letter to this address. */
export function letterCodeOf(mail: RunningMailCatcher, email: string): string {
  const codes = mail
    .mails()
    .flatMap(({ to, raw }) => (to.includes(email) ? (CODE.exec(raw.toString())?.[1] ?? []) : []));
  return codes.at(-1)!;
}
