// Risk score of an order: a pure function of its features. Each rule adds its weight and a reason.
import { disposableEmailBlocklistSet } from "disposable-email-domains-js";

export interface Features {
  cardRiskLevel: "normal" | "elevated" | "highest";
  emailDomain: string | null;
  /** Age of the buyer's account; null if it is unknown. */
  accountAgeSeconds: number | null;
  /** Whether the buyer has no account. */
  isGuest: boolean;
  /** Orders that the buyer paid for in the last hour, this one included. */
  ordersInHour: number;
  /** Different cards that the buyer paid with in the last day, this one included. */
  cardsInDay: number;
  /** Declined payments of this buyer or card in the last day. */
  declinedInDay: number;
  /** Number of times in the last day that the buyer reached the limit of wrong promo codes. */
  codesGuessedInDay: number;
  /** Declined payments of the buyer's network in the last day, and its paid orders, counted up to that number. */
  networkDeclinedInDay: number;
  networkPaidInDay: number;
  /** Number of times in the last day that the network's buyers together reached their limit of wrong promo codes. */
  networkGuessedInDay: number;
  /** Orders of this buyer or card with a dispute, or with a fraud warning of a bank. */
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

/** Lowest scores of the decisions. */
export const REVIEW_FROM = 40;
export const BLOCK_FROM = 80;

/** In lower case. Cached, because the library creates a set of 9,000 domains at each call. */
const DISPOSABLE_DOMAINS = disposableEmailBlocklistSet();

export const isDisposable = (emailDomain: string): boolean => DISPOSABLE_DOMAINS.has(emailDomain.toLowerCase());

const MANY_ORDERS = 30;
const MANY_CARDS = 4;
/** Buyers mistype a few times; tests of stolen cards are declined far more often. */
const MANY_DECLINED = 4;
const CARD_TESTING = 10;
/** Thousands share a carrier's network, but most of their payments succeed. */
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
    emailDomain !== null && isDisposable(emailDomain)
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
  ({ isGuest }) => (isGuest ? { code: "GUEST", weight: 5, detail: "The buyer has no account." } : null),
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
