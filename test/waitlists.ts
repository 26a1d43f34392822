// Waiting lists of events, as organizers and buyers use them.
import { randomUUID } from "node:crypto";
import { localMs } from "../domain/local-time.ts";
import type { Data } from "../local/client.ts";
import type { Person } from "../local/fixtures.ts";

const SET = `mutation ($input: SetWaitlistInput!) { setWaitlist(input: $input) { __typename ... on Waitlist { state } ... on Error { message } } }`;
const JOIN = `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { __typename ... on WaitlistEntry { id state } ... on Error { message } } }`;

export async function openWaitlist({ client }: Person, eventId: string, rest: Data = {}): Promise<void> {
  const { setWaitlist: set } = await client.ask(SET, { input: { eventId, state: "OPEN", ...rest } });
  if (set.__typename !== "Waitlist") throw new Error(set.message);
}

/** For one seat, unless `wish` says more. */
export async function joinWaitlist({ client }: Person, eventId: string, wish: Data = {}): Promise<Data> {
  const input = { eventId, quantity: 1, idempotencyKey: randomUUID(), ...wish };
  const { joinWaitlist: joined } = await client.ask(JOIN, { input });
  if (joined.__typename !== "WaitlistEntry") throw new Error(joined.message);
  return joined;
}

const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Pacific/Auckland",
  "Asia/Tokyo",
  "Asia/Kolkata",
];

/** A time zone where it is day now, and for some hours: offers end as soon as the list says. */
export function zoneByDay(): string {
  const hourIn = (zone: string) => new Date(localMs(new Date(), zone)).getUTCHours();
  return ZONES.find((zone) => hourIn(zone) >= 9 && hourIn(zone) < 17)!;
}
