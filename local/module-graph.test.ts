import { ROOT } from "../operations/topology.ts";
import { readModuleGraph } from "./module-graph.ts";

const graph = readModuleGraph(
  ROOT,
  new Map([
    ["gateway", "gateway/main.ts"],
    ["seating", "subgraphs/seating/main.ts"],
    ["orders", "subgraphs/orders/main.ts"],
    ["registry", "registry/main.ts"],
  ]),
);

test.each([
  ["a module", ["subgraphs/seating/engine/score.ts", "subgraphs/seating/engine/choose.ts"], ["seating"]],
  ["a schema", ["subgraphs/orders/schema.graphql"], ["orders"]],
  ["an SQL function", ["subgraphs/seating/sql/functions/change_holds.sql"], ["seating"]],
  ["a worker's code", ["gateway/operations/document-worker.ts"], ["gateway"]],
  ["what two use", ["domain/pricing.ts"], ["seating", "orders"]],
  ["what all use", ["platform/telemetry/logger.ts"], ["gateway", "seating", "orders", "registry"]],
  ["what nobody runs", ["README.md", "testkit/until.ts", "subgraphs/seating/test/model.ts"], []],
])("%s that changes affects the processes that run it", (_, files, processes) => {
  expect([...graph.affectedBy(files)].sort()).toEqual([...processes].sort());
});
