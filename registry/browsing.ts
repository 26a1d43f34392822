// The registry's pages over HTTP. A browser sends an API key as password (RFC 7617); the user name is ignored.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Database } from "../platform/postgres/database.ts";
import type { Handler, Route } from "../platform/http/http.ts";
import type { RegistryConfig } from "./config.ts";
import { contractsOf, findContract } from "./contracts.ts";
import { findKey, type Key } from "./keys.ts";
import { lastDays, usedOperationsOf } from "./operations.ts";
import { checkPage, graphPage, PAGE_POLICY, schemaPage, subgraphPage, variantPage, versionPage } from "./pages.ts";
import { checksOf, findCheck } from "./kept-checks.ts";
import { findVersion, subgraphsOf, supergraphOf, variantsOf, versionsOf, type VariantRef } from "./store.ts";

const MOST_LISTED = 100;

export function pageRoutes(database: Database, config: RegistryConfig): Route[] {
  const em = () => database.read();

  /** Undefined if the page does not exist. */
  async function pageFor(graphId: string, [room = "", ...path]: string[]): Promise<string | undefined> {
    if (room === "") return graphPage(graphId, await variantsOf(database, graphId));
    const [variant = "", what = "", subgraph = "", version = ""] = path;
    if (room !== "variants" || !(await variantsOf(database, graphId)).includes(variant)) return undefined;
    const ref = { graphId, variant };
    if (what === "") return overview(ref);
    if (what === "subgraphs") return version === "" ? history(ref, subgraph) : oneVersion(ref, subgraph, version);
    const supergraph = await supergraphOf(em(), ref);
    if (!supergraph) return undefined;
    if (what === "schema") return schemaPage(ref, "API schema", supergraph.apiSdl);
    return what === "supergraph" ? schemaPage(ref, "Supergraph", supergraph.sdl) : undefined;
  }

  async function overview(ref: VariantRef): Promise<string> {
    const contract = await findContract(em(), ref);
    const used = await usedOperationsOf(database, ref, lastDays(config.usageDays), MOST_LISTED);
    return variantPage({
      ref,
      contract,
      contracts: await contractsOf(em(), ref),
      subgraphs: await subgraphsOf(em(), contract ? { ...ref, variant: contract.source } : ref),
      checks: await checksOf(em(), ref, MOST_LISTED),
      used,
    });
  }

  async function history(ref: VariantRef, subgraph: string): Promise<string | undefined> {
    const versions = await versionsOf(em(), ref, subgraph, MOST_LISTED);
    return versions.length > 0 ? subgraphPage(ref, subgraph, versions) : undefined;
  }

  async function oneVersion(ref: VariantRef, subgraph: string, version: string): Promise<string | undefined> {
    const found = /^\d{1,15}$/.test(version) ? await findVersion(em(), ref, subgraph, Number(version)) : undefined;
    return found && versionPage(ref, found);
  }

  const show: Handler = async (request, response, url) => {
    const key = await keyOf(request, database, config);
    if (!key || key.kind === "gateway") {
      response.setHeader("www-authenticate", 'Basic realm="the registry: an API key as password", charset="UTF-8"');
      return sendPage(response, 401, undefined);
    }
    const page = await pageFor(key.graphId, partsOf(url));
    sendPage(response, page ? 200 : 404, page);
  };

  // A check's ID is sufficient: it is a secret of 122 random bits, which Rover prints for the author of the check.
  const showCheck: Handler = async (_, response, url) => {
    const found = await findCheck(database, partsOf(url)[1] ?? "");
    sendPage(response, found ? 200 : 404, found && checkPage(found));
  };

  // Target of Rover's links to a graph: the same paths as at https://studio.apollographql.com.
  const showGraph: Handler = (_, response) => void response.writeHead(302, { location: "/" }).end();

  return [
    { method: "GET", path: "/", handle: show },
    { method: "GET", path: "/graph/*", handle: showGraph },
    { method: "GET", path: "/variants/*", handle: show },
    { method: "GET", path: "/checks/*", handle: showCheck },
  ];
}

function partsOf({ pathname }: URL): string[] {
  try {
    return pathname.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return ["?"];
  }
}

async function keyOf(
  { headers }: IncomingMessage,
  database: Database,
  config: RegistryConfig,
): Promise<Key | undefined> {
  const [, encoded] = /^basic ([\w+/=-]+)$/i.exec(headers.authorization ?? "") ?? [];
  if (!encoded) return undefined;
  const given = Buffer.from(encoded, "base64").toString("utf8");
  return findKey(database, given.slice(given.indexOf(":") + 1), config);
}

function sendPage(response: ServerResponse, status: number, page: string | undefined): void {
  response.writeHead(status, {
    "content-type": page ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
    "content-security-policy": PAGE_POLICY,
    "referrer-policy": "no-referrer",
    "cache-control": "private, no-store",
  });
  response.end(page ?? (status === 401 ? "Sign in with an API key of the registry as password." : "Page not found."));
}
