// Of each operation over HTTP: admits its caller, names its span, and tells the gateway what it has changed.
import type { ApolloServerPlugin } from "@apollo/server";
import { CHANGED_HEADER } from "../http/headers.ts";
import type { Caller } from "../identity/identity.ts";
import { currentSpan } from "../telemetry/correlation.ts";
import { operationAttributes } from "../telemetry/tracing.ts";
import type { Admit } from "./callers.ts";

export function gatekeeper<Context extends { caller: Caller; changed: ReadonlySet<string> }>(
  admit: Admit,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, response }) => {
        if (contextValue.changed.size > 0)
          response.http.headers.set(CHANGED_HEADER, [...contextValue.changed].join(","));
      },
      didResolveOperation: async ({ document, operation, operationName, contextValue }) => {
        if (operation) currentSpan()?.set(operationAttributes(operation.operation, operationName));
        if (operation) admit(contextValue.caller, document, operation);
      },
    }),
  };
}
