import { generateKeyPairSync, randomUUID } from "node:crypto";
import fc from "fast-check";
import { createTicketCodes } from "./ticket-codes.ts";

const newKey = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const codes = createTicketCodes(newKey());

test("a code names its ticket, its event and its revision", () => {
  const ticket = { id: randomUUID(), eventId: randomUUID(), revision: 7 };
  expect(codes.read(codes.codeOf(ticket))).toEqual({ ticketId: ticket.id, eventId: ticket.eventId, revision: 7 });
});

test("a code that was changed anywhere, or signed with another key, is no code", () => {
  const code = codes.codeOf({ id: randomUUID(), eventId: randomUUID(), revision: 1 });
  expect(createTicketCodes(newKey()).read(code)).toBeNull();
  fc.assert(
    fc.property(fc.nat(code.length - 1), fc.constantFrom(..."ABCabc019-_."), (at, letter) => {
      const changed = code.slice(0, at) + letter + code.slice(at + 1);
      if (changed !== code) expect(codes.read(changed)).toBeNull();
    }),
  );
  const lastSpelledAnew = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
    .map((letter) => code.slice(0, -1) + letter)
    .filter((text) => codes.read(text) !== null);
  expect(lastSpelledAnew).toEqual([code]);
  fc.assert(fc.property(fc.string(), (text) => expect(codes.read(text)).toBeNull()));
});
