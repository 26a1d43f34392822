import fc from "fast-check";
import { BLOCK_FROM, REVIEW_FROM, score, type Features } from "./score.ts";

const harmless: Features = {
  cardRiskLevel: "normal",
  emailDomain: "example.org",
  accountAgeSeconds: 86_400,
  isGuest: false,
  ordersInHour: 1,
  cardsInDay: 1,
  declinedInDay: 0,
  codesGuessedInDay: 0,
  networkDeclinedInDay: 0,
  networkPaidInDay: 1,
  networkGuessedInDay: 0,
  disputes: 0,
  fraudWarnings: 0,
  amount: 4_500,
};

test("an ordinary order is allowed, for no reason at all", () => {
  expect(score(harmless)).toEqual({ score: 0, decision: "ALLOW", reasons: [] });
});

test("what the provider warns of is looked at or refused", () => {
  expect(score({ ...harmless, cardRiskLevel: "elevated" }).decision).toBe("REVIEW");
  expect(score({ ...harmless, cardRiskLevel: "highest" }).decision).toBe("BLOCK");
});

test("who was declined again and again is looked at, and refused after ten times", () => {
  const decisions = [3, 4, 9, 10].map((declinedInDay) => score({ ...harmless, declinedInDay }).decision);
  expect(decisions).toEqual(["ALLOW", "REVIEW", "REVIEW", "BLOCK"]);
});

test("a buyer who guesses promo codes once is allowed with a reason, one who does so again is reviewed", () => {
  const reasons = [{ code: "CODES_GUESSED" }];
  expect(score({ ...harmless, codesGuessedInDay: 1 })).toMatchObject({ decision: "ALLOW", reasons });
  expect(score({ ...harmless, codesGuessedInDay: 2 })).toMatchObject({ decision: "REVIEW", reasons });
});

test("an order from a network whose payments are mostly declined is reviewed; from one where most succeed it is allowed", () => {
  const decisions = [
    { networkDeclinedInDay: 19, networkPaidInDay: 1 },
    { networkDeclinedInDay: 20, networkPaidInDay: 19 },
    { networkDeclinedInDay: 20, networkPaidInDay: 20 },
  ].map((counts) => score({ ...harmless, ...counts }).decision);
  expect(decisions).toEqual(["ALLOW", "REVIEW", "ALLOW"]);
});

test("a network from which promo codes are guessed is a reason, and no review by itself", () => {
  expect(score({ ...harmless, networkGuessedInDay: 3 })).toMatchObject({
    decision: "ALLOW",
    reasons: [{ code: "CODES_GUESSED_FROM_NETWORK" }],
  });
});

test("whom a bank had trouble with is looked at, and refused when both kinds come together", () => {
  expect(score({ ...harmless, disputes: 1 })).toMatchObject({
    decision: "REVIEW",
    reasons: [{ code: "DISPUTED_BEFORE" }],
  });
  expect(score({ ...harmless, fraudWarnings: 1 })).toMatchObject({
    decision: "REVIEW",
    reasons: [{ code: "FRAUD_BEFORE" }],
  });
  expect(score({ ...harmless, disputes: 1, fraudWarnings: 1 }).decision).toBe("BLOCK");
});

test("a throw-away address alone does not stop anybody, with a risky card it does", () => {
  expect(score({ ...harmless, emailDomain: "mailinator.com" })).toMatchObject({
    decision: "ALLOW",
    reasons: [{ code: "DISPOSABLE_EMAIL" }],
  });
  expect(score({ ...harmless, emailDomain: "mailinator.com", cardRiskLevel: "elevated" }).decision).toBe("BLOCK");
});

test("a guest is a reason, and no review by itself", () => {
  expect(score({ ...harmless, isGuest: true })).toMatchObject({ decision: "ALLOW", reasons: [{ code: "GUEST" }] });
});

test("whatever is known, the score is what its reasons add up to, heaviest first, and decides", () => {
  const features = fc.record({
    cardRiskLevel: fc.constantFrom("normal" as const, "elevated" as const, "highest" as const),
    emailDomain: fc.option(fc.domain()),
    accountAgeSeconds: fc.option(fc.nat()),
    isGuest: fc.boolean(),
    ordersInHour: fc.nat(100),
    cardsInDay: fc.nat(20),
    declinedInDay: fc.nat(20),
    codesGuessedInDay: fc.nat(3),
    networkDeclinedInDay: fc.nat(40),
    networkPaidInDay: fc.nat(40),
    networkGuessedInDay: fc.nat(3),
    disputes: fc.nat(3),
    fraudWarnings: fc.nat(3),
    amount: fc.nat(),
  });
  fc.assert(
    fc.property(features, (known) => {
      const { score: total, decision, reasons } = score(known);
      const weights = reasons.map(({ weight }) => weight);
      expect(total).toBe(
        Math.min(
          100,
          weights.reduce((sum, weight) => sum + weight, 0),
        ),
      );
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      expect(decision).toBe(total >= BLOCK_FROM ? "BLOCK" : total >= REVIEW_FROM ? "REVIEW" : "ALLOW");
    }),
  );
});
