// Whether tickets are handed on, in words, and texts for refusals.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createFormat } from "../app/format.ts";
import { textOf } from "../app/problem-text.ts";
import { texts as de } from "../app/texts/de.ts";
import { texts as en, type Texts } from "../app/texts/en.ts";
import { texts as es } from "../app/texts/es.ts";
import { texts as fr } from "../app/texts/fr.ts";
import { texts as he } from "../app/texts/he.ts";
import { isHandedOn, transferTexts } from "../app/tickets/transfers.ts";
import type { TransferPolicy } from "../page-data/event.ts";

const FREE: TransferPolicy = { mode: "FREE", notBefore: null, until: null, coolOffSeconds: 0, mostPerHolder: null };
const app = { texts: en, format: createFormat("en") };
const said = (policy: Partial<TransferPolicy>) => transferTexts({ ...FREE, ...policy }, "Europe/Berlin", app);

test("a buyer reads what the organizer says about handing tickets on, and nothing if it is free or not known", () => {
  expect(said({})).toEqual([]);
  expect(transferTexts(null, "Europe/Berlin", app)).toEqual([]);
  expect(said({ mode: "NONE", mostPerHolder: 4, coolOffSeconds: 60 })).toEqual([
    "Tickets can’t be handed on to other people.",
  ]);
  const all = said({ mode: "ONCE", notBefore: "2027-01-01T09:00:00Z", coolOffSeconds: 7_200, mostPerHolder: 4 });
  expect(all).toEqual([
    "A ticket can be handed on to another person once.",
    expect.stringMatching(/from .*January 1, 2027.*10:00/),
    "New tickets stay with their buyer for 2 hours.",
    "Who has 4 tickets for this event can take no further one.",
  ]);
  expect(said({ until: "2027-01-01T09:00:00Z" })).toEqual([expect.stringMatching(/until .*January 1, 2027/)]);
  expect([null, FREE, { ...FREE, mode: "ONCE" as const }].map(isHandedOn)).toEqual([true, true, true]);
  expect(
    [
      { ...FREE, mode: "RETURN_ONLY" as const },
      { ...FREE, mode: "NONE" as const },
    ].map(isHandedOn),
  ).toEqual([...[false, false]]);
});

const languages: [string, Texts][] = Object.entries({ en, de, fr, es, he });

test.each(languages)("in %s every reason why a ticket is not handed on has a text of its own", (locale, texts) => {
  const schema = readFileSync(path.join(import.meta.dirname, "../../schema/api.graphql"), "utf8");
  const [, body] = /^enum TransferNotAllowedReason \{\n([\s\S]*?)^\}/m.exec(schema)!;
  const reasons = [...body!.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => name!);
  expect(reasons).toHaveLength(6);
  const words = { texts, format: createFormat(locale) };
  const message = "The message of the API.";
  const of = (reason: string, allowedFrom: string | null = null) =>
    textOf({ code: "TransferNotAllowed", values: { reason, allowedFrom, timeZone: "Europe/Berlin" }, message }, words);
  expect(reasons.map((reason) => of(reason))).not.toContain(message);
  expect(new Set(reasons.map((reason) => of(reason))).size).toBe(reasons.length);
  expect(of("TOO_EARLY", "2027-01-01T09:00:00Z")).toContain("2027");
  for (const mode of ["ONCE", "RETURN_ONLY", "NONE"]) expect(texts.transfer.modes[mode]).toBeTruthy();
});

test.each(languages)("in %s the time from which codes are shown is named", (_, { codes }) => {
  for (const text of [codes.ofEvent, codes.ofTicket]) expect(text("noon")).toContain("noon");
  expect(codes.ofEvent("noon")).not.toBe(codes.ofTicket("noon"));
});
