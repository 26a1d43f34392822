// Who may read what of events, series and venues.
import {
  BOX_OFFICE_READERS,
  EVERYBODY,
  JOINED,
  MANAGER_READERS,
  MANAGERS,
  MEMBERS,
  SCANNER_READERS,
  SCANNERS,
  STAFF,
} from "../viewers.ts";
import { EMPTY, type Specimen } from "./specimen.ts";

export const EVENTS: Record<string, Specimen> = {
  "an event on sale": {
    type: "Event",
    id: "event",
    path: `event(id: $event) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [BOX_OFFICE_READERS, "attendees availabilityReport letters pricing refundOffer salesReport"],
      [MANAGERS, "letterPreview"],
      [SCANNERS, "checkInBundle"],
      [SCANNER_READERS, "admissions entryRule gates scanConflicts"],
      [MANAGER_READERS, "promoCodes salesChannels"],
      [EMPTY, "accessCode cancellation exchangePolicy interventions priceHistory"],
    ],
  },
  "a private event": {
    type: "Event",
    id: "private",
    path: `event(id: $private) { @ }`,
    reachedBy: [...MEMBERS, "staff"],
    fields: [
      [BOX_OFFICE_READERS, "accessCode attendees availabilityReport priceHistory pricing salesReport"],
      [MANAGERS, "letterPreview"],
      [SCANNERS, "checkInBundle"],
      [SCANNER_READERS, "admissions entryRule scanConflicts"],
      [MANAGER_READERS, "promoCodes"],
      [EMPTY, "cancellation exchangePolicy gates interventions letters refundOffer salesChannels"],
    ],
  },
  "a cancelled event": {
    type: "Event",
    id: "cancelled",
    path: `event(id: $cancelled) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [BOX_OFFICE_READERS, "attendees availabilityReport cancellation pricing salesReport"],
      [MANAGER_READERS, "promoCodes"],
      [STAFF, "interventions"],
      [SCANNERS, "checkInBundle"],
      [SCANNER_READERS, "admissions entryRule scanConflicts"],
      [MANAGERS, "letterPreview"],
      [EMPTY, "accessCode exchangePolicy gates letters priceHistory refundOffer salesChannels"],
    ],
  },
  "a series": {
    type: "Series",
    id: "series",
    path: `series(id: $series) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [EVERYBODY, "events"],
      [MANAGER_READERS, "lastChange"],
    ],
  },
  "a package": {
    type: "TicketPackage",
    id: "package",
    path: `ticketPackage(id: $package) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [[MANAGER_READERS, "seatsUsed"]],
  },
  "a queue": {
    type: "Queue",
    id: "queue",
    path: `event(id: $queue) { queue { @ } }`,
    reachedBy: EVERYBODY,
    fields: [
      [JOINED, "entry"],
      [MANAGER_READERS, "figures"],
    ],
  },
  "a waiting list": {
    type: "Waitlist",
    id: "waitlist",
    path: `event(id: $waitlist) { waitlist { @ } }`,
    reachedBy: EVERYBODY,
    fields: [
      [JOINED, "entry"],
      [BOX_OFFICE_READERS, "entries"],
    ],
  },
  "a venue": {
    type: "Venue",
    id: "venue",
    path: `venue(id: $venue) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [[MANAGER_READERS, "sharedWith"]],
  },
};
