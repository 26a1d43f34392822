// Rules across the times of an event.
import { badInput } from "../../../platform/core/errors.ts";

interface Times {
  startsAt: Date;
  endsAt?: Date | null | undefined;
  doorsAt?: Date | null | undefined;
  salesStartAt?: Date | null | undefined;
  salesEndAt?: Date | null | undefined;
}

const ASSUMED_MS = 6 * 3_600_000; // as event_over_at

/** @throws GraphQLError BAD_USER_INPUT that names the field */
export function checkTimes({ startsAt, endsAt, doorsAt, salesStartAt, salesEndAt }: Times): void {
  if (endsAt && endsAt <= startsAt) throw badInput("input.endsAt", "must be later than startsAt");
  if (doorsAt && doorsAt > startsAt) throw badInput("input.doorsAt", "must not be later than startsAt");
  const overAt = endsAt ?? new Date(startsAt.getTime() + ASSUMED_MS);
  if (salesStartAt && salesStartAt >= overAt) throw badInput("input.salesStartAt", "must be before the event is over");
  if (salesStartAt && salesEndAt && salesEndAt <= salesStartAt)
    throw badInput("input.salesEndAt", "must be later than salesStartAt");
}
