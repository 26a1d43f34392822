// Who may come how often and ask for how much. Addresses are counted for everyone, viewers by who they are; what is dear,
// such as signing in, is counted exactly and by address, for who tries passwords is nobody yet.
import { isIP } from "node:net";
import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import { rateLimited } from "../platform/errors.ts";
import type { RateLimit, RateLimits } from "../platform/rate-limits.ts";
import type { GatewayContext } from "./context.ts";
import type { Json } from "./execution/run.ts";
import type { PreparedOperation } from "./operations.ts";
import { Refused } from "./refused.ts";

export interface AdmissionLimits {
  requestsPerMinute: number;
  requestsPerMinuteAndAddress: number;
  dearPerMinuteAndAddress: number;
  /** Operations that the gateway has not seen before: reading and planning one takes much longer than executing it. */
  newPerMinuteAndAddress: number;
  /** Of one operation. */
  cost: number;
  costPerMinute: number;
  /** Whether this machine's own address is not counted. */
  exemptLoopback: boolean;
  /** How many proxies of the operator's own stand before the gateway and add to X-Forwarded-For. */
  trustedProxies: number;
}

export interface Admission {
  addressOf(request: IncomingMessage): string;
  /** Whether an address is not counted. */
  isExempt(address: string): boolean;
  /** Before anything is read of a request. @throws Refused */
  admitAddress(address: string): void;
  /** Before an operation is read that was not seen before. @throws Refused */
  admitNew(context: GatewayContext): void;
  /** @throws Refused */
  admit(context: GatewayContext, operation: PreparedOperation, variables: Json): Promise<void> | void;
}

const MINUTE = 60;

export function createAdmission(limits: AdmissionLimits, rates: RateLimits): Admission {
  const perMinute = (name: string, limit: number): RateLimit => ({ name, limit, windowSeconds: MINUTE });
  const byAddress = perMinute("address", limits.requestsPerMinuteAndAddress);
  const byViewer = perMinute("viewer", limits.requestsPerMinute);
  const costs = perMinute("cost", limits.costPerMinute);
  const unseen = perMinute("unseen", limits.newPerMinuteAndAddress);
  const dear = perMinute("dear", limits.dearPerMinuteAndAddress);
  const isExempt = (address: string) => limits.exemptLoopback && isLoopback(address);

  function pass(waitSeconds: number): void {
    if (waitSeconds > 0) throw new Refused(429, [rateLimited(waitSeconds)], { "retry-after": String(waitSeconds) });
  }

  return {
    isExempt,
    addressOf: ({ socket, headers }) => {
      const direct = socket.remoteAddress ?? "";
      if (limits.trustedProxies === 0) return direct;
      // Each proxy appends whom it was called by: what the client itself has written stands further to the left.
      const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
      const address = forwarded.at(-limits.trustedProxies)?.trim() ?? "";
      return isIP(address) ? address : direct;
    },
    admitAddress: (address) => {
      if (!isExempt(address)) pass(rates.take(byAddress, address));
    },
    admitNew: ({ address }) => {
      if (!isExempt(address)) pass(rates.take(unseen, address));
    },
    admit: ({ viewer, address }, operation, variables) => {
      const cost = operation.cost(variables);
      if (cost > limits.cost)
        throw new Refused(400, [
          new GraphQLError(
            `The operation may cost ${cost}; at most ${limits.cost} is allowed: ask for shorter lists.`,
            {
              extensions: { code: "COST_ESTIMATED_TOO_EXPENSIVE", cost, maximum: limits.cost },
            },
          ),
        ]);
      if (isExempt(address)) return undefined;
      if (viewer) pass(rates.take(byViewer, viewer.userId));
      pass(rates.take(costs, viewer?.userId ?? address, cost));
      return operation.isDear ? rates.takeExactly(dear, address).then(pass) : undefined;
    },
  };
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.") || address.startsWith("::ffff:127.");
}
