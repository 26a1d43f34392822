// Authorization of callers of a subgraph, over HTTP and sockets: only the gateway, for its viewers, and named services, for their fields.
import type { IncomingMessage } from "node:http";
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { AnswerToOne } from "./graphql-many.ts";
import { sendJson, type Route } from "../http/http.ts";
import { requireMayChange, type Caller } from "../identity/identity.ts";

export interface Guarded {
  /** Root fields that only these services may call, never the gateway's viewers. */
  internal?: Record<string, string[]>;
}

/** Apollo Server answers with the status that an error carries, and shows no client of it. */
const forbidden = (message: string) =>
  new GraphQLError(message, { extensions: { code: "FORBIDDEN", http: { status: 403 } } });
const unauthenticated = () =>
  new GraphQLError("This service accepts requests only from the gateway.", {
    extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
  });

/** @throws GraphQLError unless this caller may run the operation. */
export type Admit = (caller: Caller, document: DocumentNode, operation: OperationDefinitionNode) => void;

export function createAdmit(guarded: Guarded, admitLimited: Admit): Admit {
  return (caller, document, operation) => {
    admit(guarded, caller, document, operation);
    admitLimited(caller, document, operation);
  };
}

function admit(
  { internal }: Guarded,
  caller: Caller,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void {
  if (caller.kind === "stranger") throw unauthenticated();
  if (caller.kind === "gateway" && caller.viewer && operation.operation === OperationTypeNode.MUTATION)
    requireMayChange(caller.viewer);
  for (const field of rootFields(document, operation)) {
    if (field.startsWith("__")) continue;
    const services = internal?.[field];
    if (caller.kind === "service" && !services?.includes(caller.name))
      throw forbidden("This service may not call that field.");
    if (caller.kind === "gateway" && services) throw forbidden("Only services may call this field.");
  }
}

/** Before any input of an unauthenticated caller is parsed: its schema is not public, either. */
export function refuseStrangers(route: Route, callerOf: (request: IncomingMessage) => Promise<Caller>): Route {
  const handle: Route["handle"] = async (request, response, url) => {
    const caller = await callerOf(request);
    if (caller.kind !== "stranger") return route.handle(request, response, url);
    response.setHeader("www-authenticate", "Bearer");
    sendJson(response, 401, refusal());
  };
  return { ...route, handle };
}

/** The same for each request of a batch. */
export function refusalOfStrangers(verify: (authorization: string) => Promise<Caller>) {
  return async (authorization: string): Promise<AnswerToOne | undefined> => {
    const caller = await verify(authorization);
    if (caller.kind !== "stranger") return undefined;
    return { status: 401, body: JSON.stringify(refusal()), changed: undefined };
  };
}

function refusal() {
  return { errors: [{ message: unauthenticated().message, extensions: { code: "UNAUTHENTICATED" } }] };
}

function rootFields(document: DocumentNode, operation: OperationDefinitionNode): Set<string> {
  const fields = new Set<string>();
  const seen = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      // Once: fragments that spread each other would be visited a number of times that doubles with each.
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const named = document.definitions.find(
          (definition) =>
            definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
        );
        if (named?.kind === Kind.FRAGMENT_DEFINITION) visit(named.selectionSet);
      }
    }
  };
  visit(operation.selectionSet);
  return fields;
}
