// Which tickets can be exchanged.
import { rulesBy, type Policy } from "./ticket-rules.ts";

interface EventWithPolicy {
  id: string;
  status: string;
  startsAt: string;
  exchangePolicy: Policy | null;
}

export const {
  lastMoment,
  reasonOfEvent,
  eventsOf: exchangeableEvents,
} = rulesBy(({ exchangePolicy }: EventWithPolicy) => exchangePolicy);
