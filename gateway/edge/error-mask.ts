// What clients see of errors: nothing of bugs, of the services behind, or of the schema if it is not public.
import type { GraphQLFormattedError } from "graphql";
import { createErrorFormatter } from "../../platform/graphql/graphql.ts";
import type { Logger } from "../../platform/telemetry/logger.ts";
import { shortened } from "../core/refused.ts";

export type ErrorMask = (errors: readonly GraphQLFormattedError[]) => GraphQLFormattedError[];

export function createErrorMask(config: { debug: boolean; introspection: boolean }, logger: Logger): ErrorMask {
  const mask: ErrorMask = config.debug ? (errors) => errors.map(shortened) : maskErrors(createErrorFormatter(logger));
  return config.introspection ? mask : (errors) => mask(errors).map(withoutSuggestions);
}

/** A subgraph's error about a variable that the gateway sent, with a generated name and the whole value. */
const OF_A_VARIABLE = /^Variable "\$([^"]+)" got invalid value [^]*; ([^;]*)$/;

function inClientWords(error: GraphQLFormattedError): GraphQLFormattedError {
  const [, name, what] = OF_A_VARIABLE.exec(error.message) ?? [];
  return name === undefined ? error : { ...error, message: `A value for \`${name}\` is not valid. ${what}` };
}

/** The origin of an error and messages of bugs are internal. */
function maskErrors(mask: ReturnType<typeof createErrorFormatter>): ErrorMask {
  return (errors) =>
    errors.map((error) => {
      const { serviceName: _, ...extensions } = error.extensions ?? {};
      return shortened(mask(inClientWords({ ...error, extensions }), error));
    });
}

/** Suggestions would leak names of the schema to clients without introspection. */
function withoutSuggestions(error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, message: error.message.replace(/ ?Did you mean [^?]*\?/g, "") };
}
