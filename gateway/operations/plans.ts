// Result of the planning thread for an operation: its plan, or the reason for none.
import { GraphQLError, parse, type GraphQLFormattedError } from "graphql";
import { compileOperation, Unresolvable, type PlanningSchema } from "../execution/operation.ts";
import { noPlan, stockPlanOf } from "../execution/plan.ts";

export type ToPlan =
  | {
      what: "plan";
      query: string;
      /** The client's operation, if it differs. */
      shown?: string;
      operationName: string | undefined;
    }
  | { what: "plan for stock"; query: string };

/** The plan as JSON. */
export type Planned =
  | { plan: string; errors?: undefined }
  | {
      errors: GraphQLFormattedError[];
      /** Why the compiled executor can't plan a valid operation: the stock executor may. */
      reason: string;
    };

/** @throws GraphQLError for an invalid operation; RangeError if it is nested too deeply */
export function planned(planning: PlanningSchema, asked: ToPlan): Planned {
  const document = parse(asked.query, { noLocation: true });
  if (asked.what === "plan for stock") return { plan: JSON.stringify(stockPlanOf(planning, document)) };
  const shown = asked.shown === undefined ? document : parse(asked.shown, { noLocation: true });
  try {
    const { plan } = compileOperation(planning, { document, shown, operationName: asked.operationName });
    return { plan: JSON.stringify(plan) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof Unresolvable) throw error;
    // The document was validated before: other errors are limits of the compiled executor.
    const said = error instanceof GraphQLError ? error : noPlan(error);
    return { errors: [said.toJSON()], reason: (said.originalError ?? said).message };
  }
}
