// Chooses the executor of an operation: the compiled one, or the stock one, if the operator selects it or the compiled one can't plan the
// operation. Both execute only what the viewer may see; subscriptions always use the compiled executor.
import type { QueryPlan } from "@apollo/query-planner";
import { getOperationAST, print, type DocumentNode, type GraphQLFormattedError } from "graphql";
import { Refused } from "../core/refused.ts";
import { compileOperation, type CompiledOperation, type PlanningSchema } from "../execution/operation.ts";
import { forStock } from "../execution/stock-operation.ts";
import { startStock, type Stock } from "../execution/stock.ts";
import type { Answer, Executor } from "./document-worker.ts";
import { tooLarge } from "./document-limits.ts";
import type { ToPlan } from "./plans.ts";

export interface OperationToPlan {
  /** The part that the viewer may see. */
  document: DocumentNode;
  /** The client's operation. */
  shown: DocumentNode;
  operationName: string | undefined;
  /** Why the viewer may not see the rest. */
  refusals: readonly GraphQLFormattedError[];
  isSubscription: boolean;
}

/** Plans an operation: the plan as JSON. @throws Refused; NotCompiled if only the compiled executor can't plan it */
export type AskPlan = (asked: ToPlan) => Promise<string>;

/** Ours can't plan it, but the stock executor may. */
export class NotCompiled extends Refused {
  readonly reason: string;

  constructor(errors: readonly GraphQLFormattedError[], reason: string) {
    super(400, errors);
    this.reason = reason;
  }
}

/** Result of the planning thread. @throws Refused */
export function found(answer: Answer): Exclude<Answer, { errors: GraphQLFormattedError[] }> {
  if (!answer.errors) return answer;
  if (answer.reason !== undefined) throw new NotCompiled(answer.errors, answer.reason);
  throw new Refused(400, answer.errors);
}

export interface Compiler {
  /** @returns the executable and the size of its plan. @throws Refused; GraphQLError */
  compile(operation: OperationToPlan, plan: AskPlan): Promise<{ compiled: CompiledOperation; size: number }>;
  /** Loads modules that every operation needs. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export interface CompilerOptions {
  sdl: string;
  planning: PlanningSchema;
  executor: Executor;
  /** Called for an operation that the stock executor runs because the compiled one can't plan it, with the reason. */
  onFallback(operationName: string | undefined, reason: string): void;
}

/** Maximum size of a plan that the main thread parses and compiles, within some ten milliseconds. */
const LONGEST_PLAN = 1_000_000;

export function createCompiler({ sdl, planning, executor, onFallback }: CompilerOptions): Compiler {
  let started: Promise<Stock> | undefined;
  const stock = () => (started ??= startStock(sdl));

  async function byOurs({ isSubscription: _, ...operation }: OperationToPlan, plan: AskPlan) {
    const { document, shown, operationName } = operation;
    const isPart = document !== shown;
    const json = await plan({
      what: "plan",
      query: print(document),
      ...(isPart && { shown: print(shown) }),
      operationName,
    });
    return { compiled: compileOperation(planning, { ...operation, plan: parsePlan(json) }), size: json.length };
  }

  async function byStock(operation: OperationToPlan, plan: AskPlan) {
    const { asked, compile } = forStock(planning, operation);
    const json = await plan({ what: "plan for stock", query: print(asked) });
    const parsed = parsePlan(json);
    // Before the first of its requests, which would wait for it.
    await stock();
    return { compiled: compile(parsed, stock), size: json.length };
  }

  return {
    compile: async (operation, plan) => {
      if (executor === "stock" && !operation.isSubscription) return byStock(operation, plan);
      try {
        return await byOurs(operation, plan);
      } catch (error) {
        if (!(error instanceof NotCompiled) || operation.isSubscription) throw error;
        const compiled = await byStock(operation, plan);
        onFallback(getOperationAST(operation.document)?.name?.value, error.reason);
        return compiled;
      }
    },
    ready: async () => {
      if (executor === "stock") await stock();
    },
    stop: async () => {
      await (await started?.catch(() => undefined))?.stop();
    },
  };
}

function parsePlan(json: string): QueryPlan {
  if (json.length > LONGEST_PLAN)
    throw new Refused(400, [tooLarge("has too many steps to plan: request less in one operation")]);
  return JSON.parse(json) as QueryPlan;
}
