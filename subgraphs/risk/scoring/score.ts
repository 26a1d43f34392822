// How risky an order is: a pure function of what is known when it is paid for. Each rule adds its weight and says why.
import { disposableEmailBlocklistSet } from "disposable-email-domains-js";

export interface Features {
  cardRiskLevel: "normal" | "elevated" | "highest";
  emailDomain: string | null;
  /** Since the buyer signed up; null if that is not known yet. */
  accountAgeSeconds: number | null;
  /** Orders that the buyer paid for in the last hour, this one included. */
  ordersInHour: number;
  /** Different cards that the buyer paid with in the last day, this one included. */
  cardsInDay: number;
  /** Payments of this buyer, or with this card, that were declined in the last day. */
  declinedInDay: number;
  /** How often the buyer reached the limit of wrong promo codes in the last day. */
  codesGuessedInDay: number;
  /** Payments from this buyer's network that were declined in the last day, and orders paid from there, counted up to as many. */
  networkDeclinedInDay: number;
  networkPaidInDay: number;
  /** How often buyers of this network together reached its limit of wrong promo codes in the last day. */
  networkGuessedInDay: number;
  /** Orders of this buyer, or paid with this card, that a bank disputed or called fraud. */
  disputes: number;
  fraudWarnings: number;
  /** In minor units. */
  amount: number;
}

export interface Reason {
  code: string;
  weight: number;
  detail: string;
}

export interface Verdict {
  score: number;
  decision: "ALLOW" | "REVIEW" | "BLOCK";
  reasons: Reason[];
}

/** From these scores on. */
export const REVIEW_FROM = 40;
export const BLOCK_FROM = 80;

/** In lower case. Kept, because the library creates a set of 9,000 domains at each call. */
const DISPOSABLE_DOMAINS = disposableEmailBlocklistSet();

const MANY_ORDERS = 30;
const MANY_CARDS = 4;
/** A buyer mistypes a few times; who tries out stolen cards is declined far more often. */
const MANY_DECLINED = 4;
const CARD_TESTING = 10;
/** A carrier's network is shared by thousands, but most of their payments succeed. */
const MANY_DECLINED_FROM_NETWORK = 20;
const LARGE_AMOUNT = 200_000;
const NEW_ACCOUNT_SECONDS = 600;

type Rule = (features: Features) => Reason | null;

const RULES: Rule[] = [
  ({ cardRiskLevel }) =>
    cardRiskLevel === "highest"
      ? {
          code: "CARD_RISK_HIGHEST",
          weight: 90,
          detail: "The payment provider gives this card its highest risk level.",
        }
      : null,
  ({ cardRiskLevel }) =>
    cardRiskLevel === "elevated"
      ? {
          code: "CARD_RISK_ELEVATED",
          weight: 50,
          detail: "The payment provider gives this card an elevated risk level.",
        }
      : null,
  ({ fraudWarnings }) =>
    fraudWarnings > 0
      ? { code: "FRAUD_BEFORE", weight: 60, detail: "A bank called an earlier order of this buyer or card fraud." }
      : null,
  ({ disputes }) =>
    disputes > 0
      ? {
          code: "DISPUTED_BEFORE",
          weight: 45,
          detail: `A bank disputed ${disputes} earlier order${disputes === 1 ? "" : "s"} of this buyer or card.`,
        }
      : null,
  ({ emailDomain }) =>
    emailDomain !== null && DISPOSABLE_DOMAINS.has(emailDomain.toLowerCase())
      ? { code: "DISPOSABLE_EMAIL", weight: 30, detail: `${emailDomain} is a domain of disposable e-mail addresses.` }
      : null,
  ({ ordersInHour }) =>
    ordersInHour > MANY_ORDERS
      ? { code: "MANY_ORDERS", weight: 40, detail: `The buyer paid for ${ordersInHour} orders within an hour.` }
      : null,
  ({ cardsInDay }) =>
    cardsInDay > MANY_CARDS
      ? { code: "MANY_CARDS", weight: 25, detail: `The buyer paid with ${cardsInDay} different cards within a day.` }
      : null,
  ({ declinedInDay }) =>
    declinedInDay >= MANY_DECLINED
      ? {
          code: "MANY_DECLINED",
          weight: declinedInDay >= CARD_TESTING ? 80 : 40,
          detail: `${declinedInDay} payments of this buyer or card were declined within a day.`,
        }
      : null,
  ({ codesGuessedInDay }) =>
    codesGuessedInDay > 0
      ? {
          code: "CODES_GUESSED",
          weight: codesGuessedInDay > 1 ? 40 : 25,
          detail: `The buyer reached the limit of wrong promo codes ${codesGuessedInDay === 1 ? "once" : `${codesGuessedInDay} times`} within a day.`,
        }
      : null,
  ({ networkDeclinedInDay, networkPaidInDay }) =>
    networkDeclinedInDay >= MANY_DECLINED_FROM_NETWORK && networkDeclinedInDay > networkPaidInDay
      ? {
          code: "MANY_DECLINED_FROM_NETWORK",
          weight: 40,
          detail: `${networkDeclinedInDay} payments from the buyer's network were declined within a day, and only ${networkPaidInDay} succeeded.`,
        }
      : null,
  ({ networkGuessedInDay }) =>
    networkGuessedInDay > 0
      ? {
          code: "CODES_GUESSED_FROM_NETWORK",
          weight: 15,
          detail: "Buyers of the same network reached the limit of wrong promo codes within a day.",
        }
      : null,
  ({ amount }) =>
    amount > LARGE_AMOUNT ? { code: "LARGE_AMOUNT", weight: 10, detail: "The order is much larger than most." } : null,
  ({ accountAgeSeconds }) =>
    accountAgeSeconds !== null && accountAgeSeconds < NEW_ACCOUNT_SECONDS
      ? { code: "NEW_ACCOUNT", weight: 5, detail: "The buyer signed up less than ten minutes ago." }
      : null,
];

export function score(features: Features): Verdict {
  const reasons = RULES.map((rule) => rule(features))
    .filter((reason) => reason !== null)
    .sort((a, b) => b.weight - a.weight);
  const total = Math.min(
    100,
    reasons.reduce((sum, reason) => sum + reason.weight, 0),
  );
  return { score: total, decision: total >= BLOCK_FROM ? "BLOCK" : total >= REVIEW_FROM ? "REVIEW" : "ALLOW", reasons };
}
