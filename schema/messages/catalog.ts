// Messages of catalog.
import { z } from "zod";
import { salePricesSchema } from "../../domain/price-offers.ts";
import { questionnaireSchema } from "../../domain/questions.ts";
import { holdPolicySchema, saleTermsSchema } from "../../domain/seat-plan.ts";
import { defineAudited, defineErasureDone, defineMessage } from "../../platform/core/contracts.ts";

export const EventPublished = defineMessage("catalog.EventPublished", {
  eventId: z.uuid(),
  organizationId: z.uuid(),
  startsAt: z.iso.datetime(),
});

/** Event data for tickets and letters, published with the event and after each change. */
export const EventDescribed = defineMessage("catalog.EventDescribed", {
  eventId: z.uuid(),
  version: z.int(),
  name: z.string(),
  /** Place, in one line. */
  place: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  timeZone: z.string(),
  /** Absent in messages of earlier versions. */
  organizationId: z.uuid().optional(),
  /** When doors open, if known. Absent in messages of earlier versions. */
  doorsAt: z.iso.datetime().nullable().optional(),
  /** Sections of the venue. Absent in messages of earlier versions. */
  sections: z.array(z.object({ id: z.uuid(), label: z.string() })).optional(),
  /** Questions to its buyers. Absent if it never had any, and in messages of earlier versions. */
  questionnaire: questionnaireSchema.optional(),
});

/** No seats can be held or ordered any more; holds are to be released, and payments refunded in full. */
export const EventCancelled = defineMessage("catalog.EventCancelled", {
  eventId: z.uuid(),
  organizationId: z.uuid(),
  reason: z.string(),
});

/** How seats are held from now on. */
export const HoldPolicyChanged = defineMessage("catalog.HoldPolicyChanged", {
  eventId: z.uuid(),
  version: z.int(),
  ...holdPolicySchema.shape,
});

/** When and to whom the event is sold from now on. */
export const SaleTermsChanged = defineMessage("catalog.SaleTermsChanged", {
  eventId: z.uuid(),
  version: z.int(),
  ...saleTermsSchema.shape,
});

/** What seats cost from now on. Seats that are held keep their price. */
export const PricesChanged = defineMessage("catalog.PricesChanged", { eventId: z.uuid(), ...salePricesSchema.shape });

/** People with tickets are to be told that the start or the place has changed, and whether they may have their money back. */
export const ChangeAnnounced = defineMessage("catalog.ChangeAnnounced", {
  eventId: z.uuid(),
  organizationId: z.uuid(),
  /** Version of the event that has the change. */
  version: z.int(),
  /** Start before the change; null if it is the same. */
  oldStartsAt: z.iso.datetime().nullable(),
  /** Place before the change, in one line; null if it is the same. */
  oldPlace: z.string().nullable(),
  /** Until then buyers choose between their tickets and their money; null: they are only told. */
  refundUntil: z.iso.datetime().nullable(),
});

/** When sales end has changed with the event's times. */
export const EventRescheduled = defineMessage("catalog.EventRescheduled", {
  eventId: z.uuid(),
  version: z.int(),
  salesEndAt: z.iso.datetime(),
});

/** It has erased what it knows of the person of an erasure. */
export const ErasureDone = defineErasureDone("catalog");

/** An action of an organizer or a member of platform staff, for the audit log. */
export const Audited = defineAudited("catalog");
