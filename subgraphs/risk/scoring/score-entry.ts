// Reasons to look at an entry of a queue before it is drawn: a pure function of its features. A reason names no address and no network, because
// organizers read it.
import { isDisposable, type Reason } from "./score.ts";

export interface EntryFeatures {
  /** Empty if it is unknown. */
  emailDomain: string;
  /** Age of the account when the person joined; null if it is unknown. */
  accountAgeSeconds: number | null;
  /** Entries of the same queue from the same network, this one included; 0 if the network is unknown. */
  networkEntries: number;
  /** Of these, accounts that were created within an hour around this one. */
  networkBurst: number;
  /** Entries of the same queue whose addresses have the same domain, this one included; 0 if it is unknown. */
  domainEntries: number;
  /** Of these, accounts that were created within an hour around this one. */
  domainBurst: number;
}

/** Lowest sum of weights of an entry that is held for review. */
export const HOLD_FROM = 40;

/** Thousands share the network of a carrier or a campus, so their number alone holds nobody. */
export const MANY_FROM_NETWORK = 20;
/** A family or an office creates fewer accounts in an hour. */
export const BURST_OF_NETWORK = 10;
export const BURST_OF_DOMAIN = 20;
/** Large mail providers have many new accounts, too, but more old ones. */
export const SHARE_OF_DOMAIN = 0.9;
const NEW_ACCOUNT_SECONDS = 3_600;

type Rule = (features: EntryFeatures) => Reason | null;

const RULES: Rule[] = [
  ({ networkBurst }) =>
    networkBurst >= BURST_OF_NETWORK
      ? {
          code: "ACCOUNTS_OF_NETWORK_IN_BURST",
          weight: 40,
          detail: `${networkBurst} people joined from one network with accounts that were created within an hour.`,
        }
      : null,
  ({ domainBurst, domainEntries }) =>
    domainBurst >= BURST_OF_DOMAIN && domainBurst >= SHARE_OF_DOMAIN * domainEntries
      ? {
          code: "ACCOUNTS_OF_DOMAIN_IN_BURST",
          weight: 40,
          detail: `${domainBurst} of ${domainEntries} accounts with addresses of one domain were created within an hour.`,
        }
      : null,
  ({ emailDomain }) =>
    isDisposable(emailDomain)
      ? { code: "DISPOSABLE_EMAIL", weight: 30, detail: "The account has a disposable e-mail address." }
      : null,
  ({ networkEntries }) =>
    networkEntries >= MANY_FROM_NETWORK
      ? { code: "MANY_FROM_NETWORK", weight: 20, detail: `${networkEntries} people joined from one network.` }
      : null,
  ({ accountAgeSeconds }) =>
    accountAgeSeconds !== null && accountAgeSeconds < NEW_ACCOUNT_SECONDS
      ? { code: "NEW_ACCOUNT", weight: 10, detail: "The account was created less than an hour before it joined." }
      : null,
];

/** Highest weight first; empty for an entry that need not be held. */
export function reasonsToHold(features: EntryFeatures): Reason[] {
  const reasons = RULES.map((rule) => rule(features))
    .filter((reason) => reason !== null)
    .sort((a, b) => b.weight - a.weight);
  return reasons.reduce((sum, { weight }) => sum + weight, 0) >= HOLD_FROM ? reasons : [];
}
