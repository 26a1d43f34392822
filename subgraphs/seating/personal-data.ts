// Personal data in the database of seating: who holds seats, by id.
import { MERGED_ACCOUNT } from "../../platform/accounts/merged-accounts.ts";
import type { PersonalData } from "../../platform/personal-data/declaration.ts";

const RESERVED = "30 days after the time until which the seats were kept, with the row";

const WITH_THE_HOLD = "when the hold is over";

export const personalData: PersonalData = {
  access_code: "nobody",
  access_code_batch: "nobody",
  code_try: { expires: { who: "an hour after the last wrong code" } },
  held_entry: {
    kept: {
      entry_id: "a pseudonym of the published draw; the entry has no name after the erasure",
      reasons: "rules that an entry met, with counts; they name nobody",
    },
  },
  hold: {
    person: ["buyer_id"],
    exported: ["id", "event_id", "status", "order_id", "seat_nos", "total", "expires_at", "created_at"],
    kept: {
      buyer_id: "seats of orders stay sold; the id has no name after the erasure, and other holds expire after 30 days",
    },
  },
  merged_account: MERGED_ACCOUNT,
  promo_code: {
    kept: { package_name: "the name of the package", batch_name: "the name of the batch of access codes" },
  },
  price_with_code: "nobody",
  promo_code_price: "nobody",
  queue: { kept: { note: "a message of the organizer to the public" } },
  queue_admission: "nobody",
  queue_draw: "nobody",
  queue_entry: {
    person: ["user_id"],
    exported: ["event_id", "entry_id", "rank", "state", "joined_at", "admitted_at"],
    kept: { user_id: "a drawn rank stays one person's; the id has no name after the erasure" },
  },
  queue_step: { kept: { by: "a kind of actor, such as ORGANIZER, and no person" } },
  reservation: {
    expires: { name: RESERVED, phone: RESERVED, email: RESERVED, note: RESERVED },
    kept: { made_by: "the clerk who promised the seats must stay known; the id has no name after the erasure" },
  },
  reservation_hold: "nobody",
  sale: "nobody",
  sale_channel: { kept: { name: "the name of the channel" } },
  sale_hall: "nobody",
  sale_price: "nobody",
  sale_price_bound: "nobody",
  sale_section: { kept: { name: "the name of the section" } },
  sale_tier: { kept: { name: "the name of the tier" } },
  seat: "nobody",
  seat_change: "nobody",
  seat_move: "nobody",
  ticket_package: { kept: { name: "the name of the package" } },
  ticket_package_event: "nobody",
  waitlist: "nobody",
  waitlist_entry: {
    person: ["user_id"],
    exported: [
      "event_id",
      "quantity",
      "at_least",
      "together",
      "wheelchair_places",
      "state",
      "joined_at",
      "hold_id",
      "offers",
    ],
    expires: { user_id: "30 days after the entry has ended; an erasure ends it" },
  },
  unverified_buyer: { expires: { buyer_id: WITH_THE_HOLD, network: WITH_THE_HOLD } },
};
