// Validation of inputs.
import { z } from "zod";
import { idempotencyKey, isStorable, line, namedOnce, orNull, text, uuidOrNull } from "../../platform/core/input.ts";
import { period } from "../../platform/spreadsheets/input.ts";
import { MOST_OPTIONS, MOST_TEXT } from "../../domain/questions.ts";
import { linesOf, type PostalAddress } from "./entities/postal-address.ts";
import { PLACEHOLDERS, unknownPlaceholder } from "./notifications/template.ts";
import type { ScanInput } from "./schema.generated.ts";

/** Stands for an id that nothing has. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** Maximum of a column of amounts. */
const MOST_AMOUNT = 2 ** 31 - 1;

const heldSeats = {
  holdId: z.string(),
  moreHoldIds: z
    .array(z.string())
    .max(9, "must name at most 9 holds: an order has at most 10")
    .nullish()
    .transform((ids) => ids ?? []),
  names: z
    .array(line(100))
    .max(500, "must be at most 500")
    .nullish()
    .transform((names) => names ?? []),
};
const isEachOnce = ({ holdId, moreHoldIds }: { holdId: string | null; moreHoldIds: string[] }) =>
  new Set([holdId, ...moreHoldIds]).size === moreHoldIds.length + 1;
const eachOnce = { path: ["moreHoldIds"], message: "must not name a hold twice, nor that of holdId" };

const postalAddress = text(500);
const vatId = z.string().regex(/^[A-Z]{2}[A-Z0-9.+* -]{2,28}$/, "must begin with a country code, such as DE123456789");
const addressFields = {
  ...{ name: line(150), company: orNull(line(150)), vatId: orNull(vatId) },
  ...{ street: orNull(line(150)), postalCode: orNull(line(20)), city: orNull(line(100)), country: orNull(z.string()) },
};
const PARTS = ["street", "postalCode", "city", "country"] as const;
/** Postal address in lines, which are made of its parts unless they are given. */
export const invoiceAddressInput = z
  .object({ ...addressFields, address: orNull(postalAddress) })
  .superRefine((given, refused) => {
    const wrong =
      given.address === null ? PARTS.find((part) => given[part] === null) : PARTS.find((part) => given[part]);
    const message = given.address === null ? "must be given" : "must not be given with address";
    if (wrong) refused.addIssue({ code: "custom", path: [wrong], message });
  })
  .transform((given) => ({ ...given, address: given.address ?? linesOf(given as PostalAddress) }));
export type InvoiceAddress = z.infer<typeof invoiceAddressInput>;
const MOST_ANSWERS = 1_000;
const uuidOrNone = z.string().transform((id) => uuidOrNull(id) ?? NO_ID);
const answer = z.object({
  questionId: uuidOrNone,
  seatId: orNull(z.string().max(100, "must be the id of a seat").refine(isStorable, "must be the id of a seat")),
  text: orNull(
    z
      .string()
      .max(MOST_TEXT.LONG_TEXT, `must have at most ${MOST_TEXT.LONG_TEXT} characters`)
      .refine(isStorable, "has characters that can't be stored, such as NUL"),
  ),
  yes: orNull(z.boolean()),
  number: orNull(z.number()),
  date: orNull(z.iso.date("must be a day such as 2027-03-28")),
  optionIds: orNull(z.array(uuidOrNone).max(MOST_OPTIONS, `must be at most ${MOST_OPTIONS}`)),
});
const answers = z.array(answer).max(MOST_ANSWERS, `must be at most ${MOST_ANSWERS}`);
// Absent from the request if they were not given: the version before did not know them.
const given = {
  answers: answers.nullish().transform((all) => all ?? undefined),
  invoiceAddress: invoiceAddressInput.nullish().transform((address) => address ?? undefined),
};
export const placeOrderInput = z.object({ ...heldSeats, ...given, idempotencyKey }).refine(isEachOnce, eachOnce);
export const answersInput = answers.min(1, "must have at least one answer");
export const refundOrderInput = z.object({
  orderId: z.string(),
  ticketIds: orNull(namedOnce("ticket", 50, "; omit it for all tickets")),
  reason: text(500),
  // Absent from the request if it was not given: the version before did not know it.
  reference: line(100)
    .nullish()
    .transform((reference) => reference ?? undefined),
  idempotencyKey,
});
export const retryOrderInput = z.object({ orderId: z.string(), note: text(500), idempotencyKey });
export const noteInput = text(500).nullish();
export const dayInput = z.iso
  .date("must be a day such as 2027-03-28")
  .refine((given) => given >= "1970-01-01", "must not be before 1970")
  .nullish();
export const resendTicketsInput = z.object({ idempotencyKey });
export const answerRefundOfferInput = z.object({
  orderId: z.string(),
  answer: z.enum(["KEEP", "REFUND"]),
  // Absent from the request if it was not given: the version before did not know it.
  eventId: z
    .string()
    .nullish()
    .transform((id) => (id == null ? undefined : (uuidOrNull(id) ?? NO_ID))),
  idempotencyKey,
});
const template = (schema: z.ZodType<string>) =>
  schema.refine((given) => unknownPlaceholder(given) === undefined, {
    message: `must have no words in braces but ${PLACEHOLDERS.map((name) => `{${name}}`).join(", ")}`,
  });
const letterFields = {
  subject: template(line(150)),
  body: template(text(5_000)),
  tierName: orNull(line(100)),
  sectionId: z
    .string()
    .nullish()
    .transform((id) => (id == null ? null : (uuidOrNull(id) ?? NO_ID))),
};
export const letterPreviewInput = z.object({ ...letterFields, locale: line(35) });
export const sendLetterInput = z.object({ ...letterFields, idempotencyKey });
export type SendLetter = z.infer<typeof sendLetterInput>;
export const localeInput = line(35);
export const moveTicketInput = z.object({ seatId: z.string(), reason: text(500), idempotencyKey });
export const ticketsInput = namedOnce("ticket", 50);
export const exchangeTicketsInput = z.object({
  ticketIds: ticketsInput,
  holdId: z.string(),
  names: heldSeats.names,
  ...given,
  expectedDifference: z.int().min(-MOST_AMOUNT),
  idempotencyKey,
});
export const transferInput = z.object({ idempotencyKey });
export const invoicingInput = z
  .object({
    isOn: z.boolean(),
    asksAddress: z.boolean().nullish(),
    prefix: z
      .string()
      .regex(
        /^[A-Z0-9]([A-Z0-9/-]{0,10}[A-Z0-9])?$/,
        "must be 1 to 12 of A to Z, 0 to 9, - and /, without - or / at an end",
      ),
    issuerName: line(150),
    issuerAddress: postalAddress,
    vatId: orNull(vatId),
    note: orNull(text(500)),
  })
  .transform(({ asksAddress, ...settings }) => ({ ...settings, asksAddress: asksAddress ?? true }));
export type InvoicingInput = z.infer<typeof invoicingInput>;
export const invoiceNumberInput = line(40).nullish();
const searched = {
  number: orNull(line(40).transform((number) => number.replace(/[\s-]/g, "").toUpperCase())),
  holderName: orNull(line(100)),
  seat: orNull(line(100)),
  email: orNull(z.string()),
  from: orNull(z.date()),
  to: orNull(z.date()),
};
const isInOrder = ({ from, to }: { from: Date | null; to: Date | null }) => !from || !to || from < to;
const afterFrom = { path: ["to"], message: "must be after from" };
const ORDER_STATUSES = [
  "AWAITING_PAYMENT",
  "PROCESSING",
  "IN_REVIEW",
  "CONFIRMED",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
  "CANCELLED",
  "EXPIRED",
  "DECLINED",
] as const;
export const orderSearchInput = z
  .object({
    ...searched,
    eventId: orNull(z.string().transform((id) => uuidOrNull(id) ?? NO_ID)),
    status: orNull(z.enum(ORDER_STATUSES)),
  })
  .refine(isInOrder, afterFrom)
  .superRefine(({ eventId, ...search }, refused) => {
    for (const field of ["holderName", "seat"] as const)
      if (search[field] !== null && eventId === null)
        refused.addIssue({ code: "custom", path: [field], message: "needs the event: set eventId too" });
  });
export type OrderSearch = z.infer<typeof orderSearchInput>;
export const attendeeSearchInput = z
  .object({ ...searched, status: orNull(z.enum(["VALID", "USED", "CANCELLED"])) })
  .refine(isInOrder, afterFrom);
const SALES_DIMENSIONS = ["DAY", "EVENT", "SECTION", "TIER", "PRICE", "PROMO_CODE", "TENDER", "CHANNEL"] as const;
const dimensions = z
  .array(z.enum(SALES_DIMENSIONS, `must be of ${SALES_DIMENSIONS.join(", ")}`))
  .refine((by) => new Set(by).size === by.length, "names a dimension twice");
export const salesReportInput = z
  .object({ by: dimensions, from: orNull(z.date()), to: orNull(z.date()) })
  .refine(isInOrder, afterFrom);
export type SalesReport = z.infer<typeof salesReportInput>;
const LONGEST_REPORT_DAYS = 366;
/** A day may be 25 hours long. */
const LONGEST_REPORT_MS = (LONGEST_REPORT_DAYS * 24 + 1) * 3_600_000;
export const organizationReportInput = z
  .object({ by: dimensions, from: z.date(), to: z.date(), timeZone: orNull(z.string()) })
  .refine(isInOrder, afterFrom)
  .refine(({ from, to }) => to.getTime() - from.getTime() <= LONGEST_REPORT_MS, {
    path: ["to"],
    message: `must be at most ${LONGEST_REPORT_DAYS} days after from`,
  });
export type OrganizationReport = z.infer<typeof organizationReportInput>;
export const salesReportExportInput = period.safeExtend({
  by: z
    .string()
    .default("DAY,TIER,PRICE")
    .transform((by) => by.split(",").filter(Boolean))
    .pipe(dimensions),
});
const exportedEvent = {
  eventId: z
    .string()
    .transform((id) => uuidOrNull(id) ?? NO_ID)
    .optional(),
};
export const ordersExportInput = period.safeExtend(exportedEvent);
const day = z.iso.date("must be a day, such as 2026-01-31").optional();
export const salesExportInput = z.object({ ...exportedEvent, from: day, to: day });
export type SalesExport = z.infer<typeof salesExportInput>;
export type AttendeeSearch = z.infer<typeof attendeeSearchInput>;
const MOST_FLOAT = 100_000_000;
const amount = (most: number) =>
  z.int().min(0, "must be an amount in minor units").max(most, `must be at most ${most}`);
const termsOfPolicy = {
  minutesBefore: orNull(amount(525_600)).transform(Number),
  fee: orNull(amount(1_000_000)).transform(Number),
};
const exchangeTerms = { isAllowed: z.boolean(), otherEvents: z.boolean().nullish().transform(Boolean) };
export const exchangePolicyInput = z.object({ ...exchangeTerms, ...termsOfPolicy });
export const returnPolicyInput = z.object({ mode: z.enum(["NONE", "WAITLIST", "ALWAYS"]), ...termsOfPolicy });
export const returnTicketsInput = z.object({
  orderId: z.string(),
  ticketIds: ticketsInput,
  expectedRefund: amount(MOST_AMOUNT),
  idempotencyKey,
});
export const openDrawerInput = z.object({ currency: z.string(), openingFloat: amount(MOST_FLOAT), idempotencyKey });
export type OpenDrawer = z.infer<typeof openDrawerInput>;
export const closeDrawerInput = z.object({ counted: amount(MOST_AMOUNT), note: orNull(text(500)), idempotencyKey });
export type CloseDrawer = z.infer<typeof closeDrawerInput>;
export const payOutRefundInput = z.object({ reference: orNull(line(100)), idempotencyKey });
const FIELD_OF = { CASH: "given", TERMINAL: "reference", COMPLIMENTARY: "reason" } as const;
export const sellAtCounterInput = z
  .object({
    ...heldSeats,
    holdId: orNull(z.string()),
    // Absent from the request if it was not given: the version before did not know it.
    reservationId: z
      .string()
      .nullish()
      .transform((id) => id ?? undefined),
    ...given,
    guestId: orNull(z.string()),
    tender: z.enum(["CASH", "TERMINAL", "COMPLIMENTARY"]),
    expectedTotal: amount(MOST_AMOUNT),
    given: orNull(amount(MOST_AMOUNT)),
    reference: orNull(line(100)),
    reason: orNull(text(500)),
    idempotencyKey,
  })
  .refine(isEachOnce, eachOnce)
  .superRefine((sale, refused) => {
    const refuse = (path: string, message: string) => refused.addIssue({ code: "custom", path: [path], message });
    const isOne = (sale.holdId === null) !== (sale.reservationId === undefined);
    if (!isOne || (sale.holdId === null && sale.moreHoldIds.length > 0))
      refuse("reservationId", "must be given instead of holdId and moreHoldIds: give one of them");
    for (const [tender, field] of Object.entries(FIELD_OF))
      if (tender !== sale.tender && sale[field] !== null) refuse(field, `is only for ${tender}: omit it`);
    if (sale.tender === "TERMINAL" && sale.reference === null) refuse("reference", "must be the number on the slip");
    if (sale.tender === "COMPLIMENTARY" && sale.reason === null) refuse("reason", "must say why the tickets are free");
    if (sale.tender === "COMPLIMENTARY" && sale.expectedTotal !== 0) refuse("expectedTotal", "must be 0");
    if (sale.given !== null && sale.given < sale.expectedTotal) refuse("given", "must be at least expectedTotal");
  });
export type SellAtCounter = z.infer<typeof sellAtCounterInput>;
const gateTimes = { opensAt: z.date().nullish(), closesAt: z.date().nullish() };
const sectionIds = namedOnce("section", 500, "; omit it for all sections");
const inOrder = ({ opensAt, closesAt }: { opensAt?: Date | null | undefined; closesAt?: Date | null | undefined }) =>
  !opensAt || !closesAt || opensAt < closesAt;
const afterOpening = { path: ["closesAt"], message: "must be after opensAt" };

export const createGateInput = z
  .object({
    name: line(100),
    sectionIds: orNull(sectionIds),
    opensAt: orNull(z.date()),
    closesAt: orNull(z.date()),
    idempotencyKey,
  })
  .refine(inOrder, afterOpening);
export type CreateGate = z.infer<typeof createGateInput> & { eventId: string };
export const updateGateInput = z
  .object({ name: line(100).nullish(), sectionIds: sectionIds.nullish(), ...gateTimes })
  .refine(({ name }) => name !== null, { path: ["name"], message: "must not be null: omit it to keep the name" })
  .refine(inOrder, afterOpening);
export type UpdateGate = z.infer<typeof updateGateInput> & { gateId: string };
export const undoCheckInInput = z.object({ reason: text(500), idempotencyKey });
export const checkOutInput = z.object({ code: z.string(), idempotencyKey });

export const scanInput = z.object({
  id: z.uuid("must be a UUID").transform((id) => id.toLowerCase()),
  code: z.string(),
  scannedAt: z.date(),
  gate: orNull(line(100)),
  gateId: orNull(z.uuid("must be the id of a gate").transform((id) => id.toLowerCase())),
  kind: z
    .enum(["ENTRY", "EXIT"])
    .nullish()
    .transform((kind) => kind ?? "ENTRY"),
});
export const scansInput = z
  .array(z.custom<ScanInput>())
  .min(1, "must have at least one scan")
  .max(500, "must have at most 500 scans");

export type ParsedScan = z.infer<typeof scanInput>;
