// Entry and exit of every operation, over any transport: counts its address, checks the load, and writes metrics and the access log.
// Clients have no other way to the pipeline.
import type { GraphQLFormattedError } from "graphql";
import { BodyBrokenOff } from "../../platform/http/http.ts";
import type { Admission } from "../limits/admission.ts";
import { networkOf } from "../core/addresses.ts";
import type { GatewayContext } from "../core/context.ts";
import type { LoadShedder } from "../limits/load-shedding.ts";
import type { Observation, Transport } from "../observability.ts";
import type { PreparedRequest } from "../operations/pipeline.ts";
import { Refused } from "../core/refused.ts";

/** Facts about an operation; the transport fills them in as they become known. */
export interface Visit {
  context?: GatewayContext;
  prepared?: PreparedRequest;
  /** HTTP status; over a socket the equivalent one. */
  status: number;
  codes: readonly string[];
}

export interface Entrance {
  /** @throws Refused if a rate limit is exceeded or the gateway is overloaded, before `serve` is called; also errors of `serve` */
  pass<T>(transport: Transport, address: string, serve: (visit: Visit) => Promise<T>): Promise<T>;
}

/** As in nginx: the client closed the connection before the response. */
const CLIENT_CLOSED_REQUEST = 499;

export function createEntrance(options: {
  admission: Admission;
  load: LoadShedder;
  observation: Observation;
}): Entrance {
  const { admission, load, observation } = options;
  return {
    pass: async (transport, address, serve) => {
      const begun = performance.now();
      const visit: Visit = { status: 200, codes: [] };
      try {
        admission.admitAddress(address);
        load.enter();
        try {
          return await serve(visit);
        } finally {
          load.leave();
        }
      } catch (error) {
        visit.status = statusOf(error);
        visit.codes = error instanceof Refused ? codesOf(error.errors) : [];
        throw error;
      } finally {
        const { operation } = visit.prepared ?? {};
        const { userId, actor } = visit.context?.viewer ?? {};
        observation.request({
          operation: operation?.name,
          kind: operation?.node.operation,
          transport,
          viewer: userId,
          actor: actor && `${actor.kind}:${actor.id}`,
          network: networkOf(address),
          status: visit.status,
          codes: visit.codes,
          seconds: (performance.now() - begun) / 1_000,
        });
      }
    },
  };
}

function statusOf(error: unknown): number {
  if (error instanceof Refused) return error.status;
  return error instanceof BodyBrokenOff ? CLIENT_CLOSED_REQUEST : 500;
}

export const codesOf = (errors: readonly GraphQLFormattedError[]): string[] =>
  errors.map(({ extensions }) => String(extensions?.code ?? "INTERNAL_SERVER_ERROR"));
