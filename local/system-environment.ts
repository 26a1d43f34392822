// Environment of processes on one machine, in addition to `systemEnvironment`, unless the operator has set it.
import path from "node:path";
import type { Env } from "../operations/environment.ts";
import { registryUrl } from "../operations/registry.ts";
import { ROOT } from "../operations/topology.ts";
import { PASSWORD, PEOPLE } from "./people.ts";

export interface StandIns {
  catchesMail: boolean;
  hasRegistry: boolean;
  hasStorefront: boolean;
}

/** Adds to `env`. */
export function setLocalDefaults(env: Env, dataDir: string): StandIns {
  env.GATEWAY_PLAYGROUND_EMAIL ??= PEOPLE.bea.email;
  env.GATEWAY_PLAYGROUND_PASSWORD ??= PASSWORD;
  env.GATEWAY_KNOWN_DOCUMENTS_FILE ??= path.join(ROOT, "storefront", "documents", "documents.generated.json");
  // Of the sources alone, so all data folders share it.
  env.STOREFRONT_BUILD_DIR ??= path.join(ROOT, ".data", "storefront");
  env.PROVIDER_DATA_DIR ??= path.join(dataDir, "provider");
  const catchesMail = env.SMTP_URL === undefined && env.MAIL_CATCHER !== "off";
  if (catchesMail) {
    env.MAIL_DATA_DIR ??= path.join(dataDir, "mail");
    env.SMTP_URL = `smtp://127.0.0.1:${env.MAIL_SMTP_PORT}`;
  }
  const hasRegistry = env.REGISTRY !== "off";
  if (hasRegistry) {
    env.GATEWAY_REGISTRY_URL ??= registryUrl(env);
    env.GATEWAY_REGISTRY_KEY ??= env.REGISTRY_GATEWAY_KEY!;
    env.GATEWAY_SUPERGRAPH_FILE ??= path.join(ROOT, "schema", "supergraph.graphql");
  }
  return { catchesMail, hasRegistry, hasStorefront: env.STOREFRONT !== "off" };
}
