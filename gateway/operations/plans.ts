// What the thread of new documents says of an operation that is to be planned: its plan, or why there is none.
import { GraphQLError, parse, type GraphQLFormattedError } from "graphql";
import { compileOperation, Unresolvable, type PlanningSchema } from "../execution/operation.ts";
import { noPlan, stockPlanOf } from "../execution/plan.ts";

export type ToPlan =
  | {
      what: "plan";
      query: string;
      /** What the client has asked for, if that is more. */
      shown?: string;
      operationName: string | undefined;
    }
  | { what: "plan for stock"; query: string };

/** The plan as JSON. */
export type Planned =
  | { plan: string; errors?: undefined }
  | {
      errors: GraphQLFormattedError[];
      /** Why ours can't plan what may well be planned: the stock executor may know better. */
      reason: string;
    };

/** @throws GraphQLError for what is wrong with the operation; RangeError for what is nested too deeply */
export function planned(planning: PlanningSchema, asked: ToPlan): Planned {
  const document = parse(asked.query, { noLocation: true });
  if (asked.what === "plan for stock") return { plan: JSON.stringify(stockPlanOf(planning, document)) };
  const shown = asked.shown === undefined ? document : parse(asked.shown, { noLocation: true });
  try {
    const { plan } = compileOperation(planning, { document, shown, operationName: asked.operationName });
    return { plan: JSON.stringify(plan) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof Unresolvable) throw error;
    // The document was checked before: what is left is what ours can't do.
    const said = error instanceof GraphQLError ? error : noPlan(error);
    return { errors: [said.toJSON()], reason: (said.originalError ?? said).message };
  }
}
