// Converts the holds of orders at seating. Holds of events that ask questions, and those of requests with answers, are converted only after the
// answers were checked: seating first says whose they are, and changes nothing. Holds of other events are converted by one call, as ever.
import { timedOut } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { WorkItem } from "../../../platform/jobs/work.ts";
import type { Questionnaire } from "../../../domain/questions.ts";
import type { ConvertedHold, HoldConversion, SeatingClient } from "../clients/seating.ts";
import type { NewAnswer } from "../entities/answer.ts";
import { checkAnswers, type AnswerProblem, type AskedSeat } from "../entities/check-answers.ts";
import { addressProblem } from "../entities/postal-address.ts";
import { questionnairesOf } from "../projections/questionnaires.ts";
import { askingForAddress } from "../queries/answers.ts";
import type { Placement } from "./placement.ts";

/** Seating's answer, with the result of the check if there was one. */
export type Converted = ConvertedHold & { problems?: AnswerProblem[]; answers?: NewAnswer[] };

type Intent = WorkItem<Placement>;

export async function convertChecked(
  database: Database,
  seating: SeatingClient,
  intents: Intent[],
): Promise<(Converted | Error)[]> {
  const converted: (Converted | Error)[] = await seating.convertHolds(intents.map((intent) => conversionOf(intent)));
  // The hold may be converted already, so the intent must not be withdrawn.
  const checked = await check(database, intents, converted).catch((error: Error) => timedOut("The check", error));
  if (checked instanceof Error)
    return converted.map((answer, index) => (isToCheck(answer, intents[index]!) ? checked : answer));
  const again = intents.filter((intent) => checked.get(intent.id)?.isToConvert);
  if (again.length > 0) reach("answers checked, hold not converted");
  const answers =
    again.length > 0
      ? await seating
          .convertHolds(again.map((intent) => conversionOf(intent, true)))
          .catch((error: Error) => again.map(() => error))
      : [];
  if (again.length > 0) reach("hold converted with answers, order not stored");
  const second = new Map(again.map(({ id }, index) => [id, answers[index]!]));
  return intents.map(({ id }, index) => {
    const answer = second.get(id) ?? converted[index]!;
    const found = checked.get(id);
    if (answer instanceof Error || !found) return answer;
    return { ...answer, problems: found.problems, answers: found.answers };
  });
}

function conversionOf({ id, body }: Intent, isChecked = false): HoldConversion {
  const { holdId, moreHoldIds, buyerId, isUnverified, answers, invoiceAddress } = body;
  return {
    orderId: id,
    holdId,
    buyerId,
    ...(moreHoldIds && { moreHoldIds }),
    // The previous version of seating does not know these.
    ...(isUnverified && { isUnverified }),
    ...((answers || invoiceAddress) && { hasAnswers: true }),
    ...(isChecked && { isChecked }),
  };
}

const isAsked = (answer: Converted) => answer.refusal === "ANSWERS_UNCHECKED";

/** A hold that was converted before a crash is checked again for its answers, and never refused. */
function isToCheck(answer: Converted | Error, { body }: Intent): answer is Converted {
  if (answer instanceof Error) return false;
  return isAsked(answer) || (answer.refusal === null && body.answers !== undefined);
}

interface Checked {
  problems: AnswerProblem[];
  answers: NewAnswer[];
  isToConvert: boolean;
}

/** By order. */
async function check(
  database: Database,
  intents: Intent[],
  converted: (Converted | Error)[],
): Promise<Map<string, Checked>> {
  const found = intents.flatMap((intent, index) => {
    const answer = converted[index]!;
    return isToCheck(answer, intent) ? [{ intent, answer, seats: seatsOf(answer) }] : [];
  });
  if (found.length === 0) return new Map();
  const eventIds = [...new Set(found.flatMap(({ seats }) => seats.map(({ eventId }) => eventId)))];
  const all = await questionnairesOf(database.read(), eventIds);
  const addressed = found.filter(({ intent }) => intent.body.invoiceAddress !== undefined);
  const organizations = await askingForAddress(
    database,
    addressed.flatMap(({ answer }) => answer.organizationId ?? []),
  );
  return new Map(
    found.map(({ intent: { id, body }, answer, seats }) => {
      const asks = organizations.has(answer.organizationId ?? "");
      return [id, checkOne(body, seats, { all, asksAddress: asks, isAsked: isAsked(answer) })];
    }),
  );
}

interface AskedOf {
  all: Map<string, Questionnaire>;
  /** Whether the organization takes addresses for its invoices. */
  asksAddress: boolean;
  isAsked: boolean;
}

function checkOne(
  { answers: given = [], invoiceAddress, counter }: Placement,
  seats: AskedSeat[],
  { all, asksAddress, isAsked: isToConvert }: AskedOf,
): Checked {
  const eventIds = new Set(seats.map(({ eventId }) => eventId));
  const questionnaires = new Map([...eventIds].flatMap((id) => (all.has(id) ? [[id, all.get(id)!]] : [])));
  // A clerk is not forced to ask.
  const needsAll = isToConvert && counter === undefined;
  const { problems, answers } = checkAnswers(seats, questionnaires, given, needsAll);
  const rules = [...questionnaires.values()].map((one) => one.invoiceAddress);
  const ofAddress = addressProblem(
    asksAddress ? [...rules, "OPTIONAL"] : rules,
    invoiceAddress !== undefined,
    needsAll,
  );
  const found = ofAddress ? [...problems, ofAddress] : problems;
  return { problems: found, answers, isToConvert: isToConvert && found.length === 0 };
}

/** Positions are those of the order's items. */
const seatsOf = ({ eventId: only, seats }: ConvertedHold): AskedSeat[] =>
  seats.map(({ id, eventId, tierName }, position) => ({ id, eventId: eventId ?? only!, position, tierName }));
