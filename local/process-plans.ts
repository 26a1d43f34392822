// Which processes the system consists of: what each runs, where, and with which environment of its own.
import { hostOf, type Env } from "../operations/environment.ts";
import type { Keys } from "../operations/keys.ts";
import { GRAPH } from "../operations/registry.ts";
import { listedSubgraphs } from "../operations/topology.ts";
import { PUBLIC_GATEWAY } from "../platform/identity/identity.ts";
import type { ProcessPlan } from "./processes.ts";
import type { Machine } from "./servers/network.ts";
import type { StandIns } from "./system-environment.ts";

const MAIN_OF_GATEWAYS = "gateway/main.ts";
const MAIN_OF_REGISTRY = "registry/main.ts";
export const STOREFRONT = "storefront";

/** The gateways start last, with the published supergraph, and stop first. */
export function processPlans(env: Env, keys: Keys, { catchesMail, hasRegistry, hasStorefront }: StandIns) {
  const host = hostOf(env);
  const plan = (name: string, main: string, port: string): ProcessPlan => ({
    name,
    main,
    readyUrl: `http://${host}:${port}/health/ready`,
  });
  const gateway = (name: string, port: string): ProcessPlan => ({
    ...plan(name, MAIN_OF_GATEWAYS, port),
    stopsFirst: true,
  });
  const publicPort = env.PUBLIC_GATEWAY_PORT!;
  // It has no fallback file: without the registry it would serve more than the contract.
  const publicEnv = {
    GATEWAY_PORT: publicPort,
    GATEWAY_GRAPH_REF: `${GRAPH}@public`,
    GATEWAY_SUPERGRAPH_FILE: "",
    GATEWAY_NAME: PUBLIC_GATEWAY,
    GATEWAY_SIGNING_KEY_FILE: keys.signingKeyFile(PUBLIC_GATEWAY),
  };
  return [
    gateway("gateway", env.GATEWAY_PORT!),
    ...(hasStorefront ? [{ ...plan(STOREFRONT, "storefront/main.ts", env.STOREFRONT_PORT!), stopsFirst: true }] : []),
    ...(hasRegistry ? [{ ...gateway(PUBLIC_GATEWAY, publicPort), env: publicEnv }] : []),
    plan("provider", "local/stand-ins/provider-main.ts", env.PROVIDER_PORT!),
    ...(catchesMail ? [plan("mail", "local/stand-ins/mail-main.ts", env.MAIL_PORT!)] : []),
    // Never on all addresses: on loopback it takes the loopback addresses of subgraphs that are developed here.
    ...(hasRegistry ? [{ ...plan("registry", MAIN_OF_REGISTRY, env.REGISTRY_PORT!), env: { HOST: host } }] : []),
    ...listedSubgraphs().map(({ name }) => plan(name, `subgraphs/${name}/main.ts`, env[`${name.toUpperCase()}_PORT`]!)),
  ];
}

export function withTwins(plans: ProcessPlan[], twins: Record<string, number>): ProcessPlan[] {
  return plans.flatMap((plan) => {
    const port = twins[plan.name];
    if (port === undefined) return [plan];
    const readyUrl = new URL(plan.readyUrl);
    readyUrl.port = String(port);
    const env = { ...plan.env, [`${plan.name.toUpperCase()}_PORT`]: String(port) };
    return [plan, { ...plan, name: `${plan.name}-2`, readyUrl: readyUrl.href, env }];
  });
}

export function onMachines(plans: ProcessPlan[], machines: Record<string, Machine>): ProcessPlan[] {
  return plans.map((plan) => {
    const machine = machines[plan.name];
    if (machine === undefined) return plan;
    const readyUrl = Object.assign(new URL(plan.readyUrl), { hostname: machine.address }).href;
    return { ...plan, machine, readyUrl, env: { ...plan.env, HOST: machine.address } };
  });
}

/** It starts without its own supergraph. */
export const needsRegistry = ({ env }: ProcessPlan) => env?.GATEWAY_SUPERGRAPH_FILE === "";

export const isGateway = ({ main }: ProcessPlan) => main === MAIN_OF_GATEWAYS;

export const isRegistry = ({ main }: ProcessPlan) => main === MAIN_OF_REGISTRY;
