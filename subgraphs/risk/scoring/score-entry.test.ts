import { reasonsToHold, type EntryFeatures } from "./score-entry.ts";

const HARMLESS: EntryFeatures = {
  emailDomain: "example.com",
  accountAgeSeconds: 90 * 86_400,
  networkEntries: 1,
  networkBurst: 1,
  domainEntries: 500,
  domainBurst: 3,
};
const codesOf = (features: Partial<EntryFeatures>) =>
  reasonsToHold({ ...HARMLESS, ...features }).map(({ code }) => code);

test("one weak signal does not hold an entry, and two do", () => {
  expect(codesOf({})).toEqual([]);
  expect(codesOf({ networkEntries: 5_000 })).toEqual([]);
  expect(codesOf({ emailDomain: "mailinator.com" })).toEqual([]);
  expect(codesOf({ accountAgeSeconds: 60 })).toEqual([]);
  expect(codesOf({ accountAgeSeconds: 60, networkEntries: 5_000 })).toEqual([]);
  expect(codesOf({ emailDomain: "Mailinator.com", accountAgeSeconds: 60 })).toEqual([
    "DISPOSABLE_EMAIL",
    "NEW_ACCOUNT",
  ]);
  expect(codesOf({ emailDomain: "mailinator.com", networkEntries: 20 })).toEqual([
    "DISPOSABLE_EMAIL",
    "MANY_FROM_NETWORK",
  ]);
});

test("accounts that were created in a burst are held, and those of a large mail provider are not", () => {
  expect(codesOf({ networkEntries: 12, networkBurst: 9 })).toEqual([]);
  expect(codesOf({ networkEntries: 12, networkBurst: 10 })).toEqual(["ACCOUNTS_OF_NETWORK_IN_BURST"]);
  expect(codesOf({ domainEntries: 22, domainBurst: 20 })).toEqual(["ACCOUNTS_OF_DOMAIN_IN_BURST"]);
  expect(codesOf({ domainEntries: 19, domainBurst: 19 })).toEqual([]);
  expect(codesOf({ domainEntries: 90_000, domainBurst: 2_000 })).toEqual([]);
});

test("reasons name no domain", () => {
  const reasons = reasonsToHold({ ...HARMLESS, emailDomain: "mailinator.com", networkEntries: 20, networkBurst: 20 });
  expect(reasons).toHaveLength(3);
  for (const { detail } of reasons) expect(detail).not.toContain("mailinator");
});
