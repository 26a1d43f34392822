// Which tickets can be given back. Whether somebody waits for the seats, the API says in a quote.
import { rulesBy } from "./ticket-rules.ts";

interface EventWithPolicy {
  id: string;
  status: string;
  startsAt: string;
  returnPolicy: { mode: string; minutesBefore: number } | null;
}

export const {
  lastMoment,
  reasonOfEvent,
  eventsOf: returnableEvents,
} = rulesBy(
  ({ returnPolicy: policy }: EventWithPolicy) =>
    policy && { isAllowed: policy.mode !== "NONE", minutesBefore: policy.minutesBefore },
);
