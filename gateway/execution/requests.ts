// A fetch as text: the same for every run but for its variables.
import type { FetchNode } from "@apollo/query-planner";
import { textOf } from "./json.ts";
import { own } from "./json.ts";
import type { Json } from "./json.ts";
import type { SubgraphRequest } from "./subgraph-requests.ts";

/** @param representations of the entities that it is about, as JSON */
export type RequestWith = (variables: Json, representations?: readonly string[]) => SubgraphRequest;

export function requestOf(node: FetchNode): RequestWith {
  const { serviceName: service, operation: document, operationName, operationKind } = node;
  const name = operationName ? `"operationName":${JSON.stringify(operationName)},` : "";
  const head = `{"query":${JSON.stringify(document)},${name}"variables":{`;
  const used = (node.variableUsages ?? []).map((variable) => ({ variable, key: `${JSON.stringify(variable)}:` }));
  const isQuery = String(operationKind) === "query";
  return (given, representations) => {
    let variables = representations ? `"representations":[${representations.join(",")}]` : "";
    for (const { variable, key } of used) {
      const value = own(given, variable);
      if (value !== undefined) variables += `${variables && ","}${key}${textOf(value)}`;
    }
    return { service, body: `${head}${variables}}}`, isQuery, document };
  };
}
