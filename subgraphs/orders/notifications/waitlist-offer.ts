// Letter to a person on a waiting list whose seats are held. After a crash between the server's acceptance and our commit the mail is sent twice,
// with one Message-ID. It is not sent once the offer is over.
import type { z } from "zod";
import { findMerged } from "../../../platform/accounts/merged-accounts.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { JobContext } from "../../../platform/jobs/jobs.ts";
import { MailRefused, type Mail } from "../../../platform/mail.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { WaitlistOffered } from "../../../schema/messages/seating.ts";
import type { Letterhead, MailContact } from "../clients/users.ts";
import { factsOf, type EventFacts } from "../queries/event-facts.ts";
import { seatLine, sheetOf } from "./compose.ts";
import { requirePost, type MailDeps } from "./send.ts";
import { formatTime, translationFor } from "./translations.ts";

export type WaitlistOffer = z.infer<typeof WaitlistOffered.body>;

/** @throws Error if a retry may succeed */
export async function sendOffer(
  { database, logger, complete }: Pick<JobContext, "database" | "logger" | "complete">,
  given: MailDeps | null,
  offer: WaitlistOffer,
): Promise<void> {
  const post = requirePost(given);
  if (await isOpen(database, offer)) {
    const mail = await letterFor(database, post, offer);
    await (mail && post.mailer.send(mail))?.catch((error: unknown) => {
      if (!(error instanceof MailRefused)) throw error;
      logger.warn({ hold: offer.holdId, err: error }, "the letter about an offer was refused");
    });
    reach("offer mailed, not settled");
  }
  await database.transaction((tx) => complete(tx));
}

async function isOpen(database: Database, { until }: WaitlistOffer): Promise<boolean> {
  const found = await row<{ isOpen: boolean }>(
    database.read(),
    sql`select ${until}::timestamptz > app_now() as is_open`,
  );
  return found!.isOpen;
}

/** Null for a person who is gone, or whose address is not verified. */
async function letterFor(
  database: Database,
  { users, publicUrl }: MailDeps,
  offer: WaitlistOffer,
): Promise<Mail | null> {
  const [event] = await factsOf(database, [offer.eventId]);
  if (!event) throw new Error("The name of the event has not arrived from catalog yet.");
  const userId = (await findMerged(database.read(), [offer.userId])).get(offer.userId) ?? offer.userId;
  const { contacts, letterhead } = await users.recipients([userId], offer.organizationId);
  const contact = contacts.get(userId);
  if (!contact?.verified) return null;
  const linkTo = (path: string) => publicUrl && new URL(path, publicUrl).href;
  const links = { order: linkTo(`/hold/${offer.holdId}`), list: linkTo(`/e/${offer.eventId}/waitlist`) };
  return {
    id: offer.holdId,
    to: { name: contact.displayName, address: contact.email },
    ...offerSheet(offer, event, { contact, letterhead }, links),
    attachments: [],
  };
}

export function offerSheet(
  { seats, until }: Pick<WaitlistOffer, "seats" | "until">,
  event: EventFacts,
  { contact, letterhead }: { contact: Pick<MailContact, "displayName" | "locale">; letterhead: Letterhead | null },
  links: { order: string | null; list: string | null },
): Pick<Mail, "subject" | "text" | "html"> {
  const { locale, displayName } = contact;
  const words = translationFor(locale);
  const { subject, body, order, decline, list } = words.offered;
  const lines = seats.map(({ section, row: rowLabel, number }) =>
    seatLine({ sectionName: section, rowLabel, number, priceName: null }, words),
  );
  const said = {
    subject: subject(event.name),
    body: [body(seats.length, formatTime(new Date(until), event.timeZone, locale))],
    more: [
      ...(links.order === null ? [] : [order, links.order]),
      decline,
      ...(links.list === null ? [] : [list, links.list]),
    ],
  };
  const parts = [{ event, seats: lines }];
  return sheetOf(said, {
    parts,
    orderNumber: null,
    letterhead,
    locale,
    greeted: displayName,
    unsubscribeUrl: undefined,
  });
}
