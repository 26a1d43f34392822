// Gateways of one test process read the same supergraph, and plan the same operations: they share the result, and the thread that makes it.
import type { GatewayOptions } from "../gateway/gateway.ts";
import { createDocumentThread, type DocumentThread } from "../gateway/operations/document-thread.ts";
import { readSupergraph, type LoadedSupergraph } from "../gateway/supergraph/supergraph.ts";

const supergraphs = new Map<string, LoadedSupergraph>();
const threads = new Map<string, DocumentThread>();

function kept<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const found = values.get(key) ?? make();
  values.set(key, found);
  return found;
}

/** Of the process: it keeps its plans, and while it is idle it does not keep the process from ending. */
function openThread(reading: Parameters<typeof createDocumentThread>[0]): DocumentThread {
  const thread = createDocumentThread(reading);
  const plans = new Map<string, string>();
  return {
    ...thread,
    plan: async (asked, by) => {
      const key = JSON.stringify(asked);
      const plan = plans.get(key) ?? (await thread.plan(asked, by));
      plans.set(key, plan);
      return plan;
    },
    retire: () => {},
    stop: async () => {},
  };
}

export const SHARED_READING: GatewayOptions = {
  read: (sdl, knowsScalars) =>
    kept(supergraphs, JSON.stringify([sdl, knowsScalars]), () => readSupergraph(sdl, knowsScalars)),
  openThread: (reading) => kept(threads, JSON.stringify(reading), () => openThread(reading)),
};
