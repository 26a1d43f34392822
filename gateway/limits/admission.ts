// Rate limits and cost limits. Addresses are counted for all requests, viewers by their ID. Expensive operations, such as sign-in, are
// counted exactly and by both: an attacker may be anonymous, or have many addresses.
import { isIP } from "node:net";
import type { IncomingMessage } from "node:http";
import { GraphQLError, OperationTypeNode } from "graphql";
import { LRUCache } from "lru-cache";
import { rateLimited } from "../../platform/core/errors.ts";
import { anyPeer, type TrustedPeers } from "../../platform/http/trusted-peers.ts";
import type { RateLimit, RateLimits } from "../../platform/redis/rate-limits.ts";
import { isLoopback, siteOf, subscriberOf } from "../core/addresses.ts";
import type { GatewayContext } from "../core/context.ts";
import { rootNames } from "../core/documents.ts";
import type { Json } from "../execution/json.ts";
import type { PreparedOperation } from "../operations/operations.ts";
import { Refused } from "../core/refused.ts";

export interface AdmissionLimits {
  requestsPerMinute: number;
  requestsPerMinuteAndAddress: number;
  /** Also the maximum for one viewer. */
  dearPerMinuteAndAddress: number;
  /** New operations: parsing and planning one takes much longer than executing it. */
  newPerMinuteAndAddress: number;
  /** Uploaded pictures, of a viewer and of an organization. */
  imagesPerMinute: number;
  /** For one operation. */
  cost: number;
  costPerMinute: number;
  /** Whether this machine's own address is not counted. */
  exemptLoopback: boolean;
  /** Number of the operator's proxies in front of the gateway that append to X-Forwarded-For. */
  trustedProxies: number;
}

export interface Admission {
  addressOf(request: IncomingMessage): string;
  /** Whether the client speaks TLS, to us or to a proxy of the operator's own. */
  isSecure(request: IncomingMessage): boolean;
  /** Whether an address is not counted. */
  isExempt(address: string): boolean;
  /** Before anything is read of a request. @throws Refused */
  admitAddress(address: string): void;
  /** Before users is asked for an API key that this gateway has not seen. @throws Refused if there were too many from its network */
  admitKey(address: string): void;
  /** Before a new operation is parsed. @throws Refused */
  admitNew(context: GatewayContext): void;
  /** Before an uploaded picture is read. @throws Refused */
  admitImage(context: GatewayContext, organizationId: string): Promise<void>;
  /** @throws Refused */
  admit(context: GatewayContext, operation: PreparedOperation, variables: Json): Promise<void> | void;
}

const MINUTE = 60;
/** Bursts: at most a quarter of the limit of a minute within this many seconds, and a few requests in any case. */
const BURST_SECONDS = 10;
const SMALLEST_BURST = 50;
/** The counted unit: an account, an IPv4 address, an IPv6 /64. A /48 contains 65,536 of those, and has this many times the limit. */
const SITE_FACTOR = 8;

/** API keys that are wrong, revoked, or used for the first time. */
const KEYS_PER_MINUTE_AND_ADDRESS = 30;

/** Refusals by waiting time. A flood reuses them: each new error would capture a stack trace, the most expensive part of a refusal. */
const refusals = new LRUCache<number, Refused>({ max: 1_000 });

function tooOften(waitSeconds: number): Refused {
  let refusal = refusals.get(waitSeconds);
  if (!refusal) {
    refusal = new Refused(429, [rateLimited(waitSeconds)], { "retry-after": String(waitSeconds) });
    refusals.set(waitSeconds, refusal);
  }
  return refusal;
}

/**
 * @param bursts counts of this gateway only: a burst is over before other gateways learn of it
 * @param proxies peers whose forwarding headers count, if there are trusted proxies at all
 */
export function createAdmission(
  limits: AdmissionLimits,
  rates: RateLimits,
  bursts: Pick<RateLimits, "take">,
  proxies: Pick<TrustedPeers, "has"> = anyPeer,
): Admission {
  const perMinute = (name: string, limit: number): RateLimit => ({ name, limit, windowSeconds: MINUTE });
  const perAddress = (name: string, limit: number) => ({
    subscriber: perMinute(name, limit),
    site: perMinute(`${name}-site`, SITE_FACTOR * limit),
  });
  const requests = perAddress("address", limits.requestsPerMinuteAndAddress);
  const burst: RateLimit = {
    name: "burst",
    limit: Math.max(SMALLEST_BURST, Math.ceil(limits.requestsPerMinuteAndAddress / 4)),
    windowSeconds: BURST_SECONDS,
  };
  const unseen = perAddress("unseen", limits.newPerMinuteAndAddress);
  const unseenKeys = perAddress("keys", KEYS_PER_MINUTE_AND_ADDRESS);
  const expensive = perAddress("dear", limits.dearPerMinuteAndAddress);
  const nobodysCosts = perAddress("cost", limits.costPerMinute);
  const requestsOfViewer = perMinute("viewer", limits.requestsPerMinute);
  const dearOfViewer = perMinute("dear-viewer", limits.dearPerMinuteAndAddress);
  const imagesOfViewer = perMinute("images", limits.imagesPerMinute);
  const imagesOfOrganization = perMinute("images-organization", limits.imagesPerMinute);
  const costsOfViewer = perMinute("cost", limits.costPerMinute);
  const isProxy = (peer: string | undefined) => limits.trustedProxies > 0 && proxies.has(peer);
  const isExempt = (address: string) => limits.exemptLoopback && isLoopback(address);

  function pass(waitSeconds: number): void {
    if (waitSeconds > 0) throw tooOften(waitSeconds);
  }

  function takeByAddress(limit: ReturnType<typeof perAddress>, address: string, amount = 1): void {
    pass(rates.take(limit.subscriber, subscriberOf(address), amount));
    const site = siteOf(address);
    if (site !== undefined) pass(rates.take(limit.site, site, amount));
  }

  async function takeExpensive({ viewer, address }: GatewayContext): Promise<void> {
    const site = siteOf(address);
    const waits = await Promise.all([
      rates.takeExactly(expensive.subscriber, subscriberOf(address)),
      site === undefined ? 0 : rates.takeExactly(expensive.site, site),
      viewer ? rates.takeExactly(dearOfViewer, viewer.userId) : 0,
    ]);
    pass(Math.max(...waits));
  }

  return {
    isExempt,
    addressOf: ({ socket, headers }) => {
      const direct = socket.remoteAddress ?? "";
      if (!isProxy(direct)) return direct;
      // Each proxy appends its client's address: entries written by the client are further left.
      const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
      const address = forwarded.at(-limits.trustedProxies)?.trim() ?? "";
      return isIP(address) ? address : direct;
    },
    isSecure: ({ socket, headers }) => {
      if ("encrypted" in socket) return true;
      if (!isProxy(socket.remoteAddress)) return false;
      // Proxies replace this header; where one appends instead, the last value is that of the proxy that we know.
      const protocols = String(headers["x-forwarded-proto"] ?? "").split(",");
      return protocols.at(-1)!.trim().toLowerCase() === "https";
    },
    admitAddress: (address) => {
      if (isExempt(address)) return;
      pass(bursts.take(burst, subscriberOf(address)));
      takeByAddress(requests, address);
    },
    admitKey: (address) => {
      if (!isExempt(address)) takeByAddress(unseenKeys, address);
    },
    admitNew: ({ address }) => {
      if (!isExempt(address)) takeByAddress(unseen, address);
    },
    admitImage: async ({ viewer, address }, organizationId) => {
      if (isExempt(address) || !viewer) return;
      pass(await rates.takeExactly(imagesOfViewer, viewer.userId));
      pass(await rates.takeExactly(imagesOfOrganization, organizationId));
    },
    admit: (context, operation, variables) => {
      const { viewer, address } = context;
      const cost = Math.max(1, operation.cost(variables));
      if (cost > limits.cost)
        throw new Refused(400, [
          new GraphQLError(
            `The operation's cost is ${cost}; at most ${limits.cost} is allowed: request shorter lists.`,
            {
              extensions: { code: "COST_ESTIMATED_TOO_EXPENSIVE", cost, maximum: limits.cost },
            },
          ),
        ]);
      if (isExempt(address)) return undefined;
      // Each mutation leaves data behind, such as an idempotency key: ten in one request count as ten.
      const { node, document } = operation;
      const amount = node.operation === OperationTypeNode.MUTATION ? rootNames(document, node).size : 1;
      if (amount > 1) takeByAddress(requests, address, amount - 1);
      if (viewer) {
        pass(rates.take(requestsOfViewer, viewer.userId, amount));
        pass(rates.take(costsOfViewer, viewer.userId, cost));
      } else takeByAddress(nobodysCosts, address, cost);
      return operation.isExpensive ? takeExpensive(context) : undefined;
    },
  };
}
