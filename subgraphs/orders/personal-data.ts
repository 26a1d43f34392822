// Personal data in the database of orders: who bought what, and the names on tickets. Addresses are at users only.
import { MERGED_ACCOUNT } from "../../platform/accounts/merged-accounts.ts";
import type { PersonalData } from "../../platform/personal-data/declaration.ts";

const BOOKS = "the organizer's books and the taxes need the order; the id has no name after the erasure";
const STAFF = "the staff member who acted must stay known; the id has no name after the erasure";

const ISSUER = "details of the organization, which it prints on its invoices";
const LAW = "invoices are kept with name and address, as the law of taxes and accounting demands";

export const personalData: PersonalData = {
  answer: {
    person: ["person_id"],
    exported: ["order_id", "position", "event_id", "question", "shown", "answered_at"],
    erased: "rows",
  },
  bought: { person: ["buyer_id"], kept: { buyer_id: BOOKS } },
  bought_return: "nobody",
  cancelled_event: "nobody",
  drawer: { kept: { clerk_id: STAFF, closed_by: STAFF } },
  drawer_entry: "nobody",
  exchange: { kept: { asked_by: BOOKS } },
  exchange_policy: "nobody",
  code_rule: "nobody",
  transfer_policy: "nobody",
  event_questionnaire: "nobody",
  event_facts: { kept: { name: "the name of the event" } },
  event_entry: "nobody",
  gate: { kept: { name: "the name of the gate" } },
  invoice: { kept: { recipient: LAW, issuer: "the organizer, not a buyer" } },
  invoice_address: {
    person: ["buyer_id"],
    exported: ["order_id", "name", "company", "address", "vat_id", "street", "postal_code", "city", "country"],
    erased: "rows",
  },
  invoice_counter: "nobody",
  invoice_due: "nobody",
  invoicing: { kept: { issuer_name: ISSUER, issuer_address: ISSUER, asks_address: "a switch" } },
  letter: {
    person: ["recipient_id"],
    exported: ["id", "order_id", "kind", "amount", "reason", "status", "written_at", "settled_at"],
    kept: { recipient_id: "which mails an order had must stay known; the id has no name after the erasure" },
  },
  letter_count: { expires: { recipient_id: "after a day" } },
  mailing: {
    kept: { written_by: STAFF, tier_name: "the name of the tier", old_place: "the place of the event before a change" },
  },
  merged_account: MERGED_ACCOUNT,
  order_dispute: "nobody",
  order_fund: "nobody",
  order_intervention: { kept: { by_user: STAFF } },
  order_item: {
    kept: {
      section_name: "the name of the section",
      tier_name: "the name of the tier",
      price_name: "the name of the price",
      channel: "the name of the sales channel",
    },
  },
  order_outcome: "nobody",
  order_step: "nobody",
  organization_zone: "nobody",
  passage: { kept: { by_id: STAFF, undone_by: STAFF } },
  purchase: {
    person: ["buyer_id"],
    exported: [
      ...["id", "number", "names", "status", "event_id", "organization_id", "currency", "total", "credit", "refunded"],
      ...["payment_id", "promo_code", "created_at"],
    ],
    erased: { names: "'{}'" },
    kept: { buyer_id: BOOKS },
  },
  refund_answer: "nobody",
  return_policy: "nobody",
  refund: { kept: { asked_by: STAFF } },
  sales_by_day: "nobody",
  sales_by_quarter_hour: "nobody",
  sales_by_zone_day: "nobody",
  sales_counted: "nobody",
  scan: { kept: { scanner_id: STAFF } },
  ticket: {
    person: ["holder_id"],
    exported: ["id", "order_id", "event_id", "holder_name", "status", "price", "used_at", "created_at"],
    erased: { holder_name: "null" },
    kept: { holder_id: "tickets stay valid; the id has no name after the erasure", used_by: STAFF },
  },
  ticket_move: { kept: { asked_by: STAFF } },
  ticket_offer: {
    person: ["from_user", "taken_by"],
    exported: ["id", "ticket_id", "status", "expires_at", "taken_at"],
    kept: {
      from_user: "who had a ticket before must stay known; the id has no name after the erasure",
      taken_by: BOOKS,
    },
  },
  unsubscribed: {
    person: ["user_id"],
    exported: ["organization_id", "at"],
    kept: { user_id: "the unsubscription stays in force; after the erasure the ID belongs to no name" },
  },
  waiting_letter: { expires: { recipient_id: "when the mail is sent, or the person erased" } },
};
