// What the fetches of one heavy request cost without a gateway: sixteen requests by the gateway's HTTP client, as many at once as the
// plan allows, each answer parsed by JSON.parse, and the response written by JSON.stringify.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createSubgraphClient } from "../../../gateway/transport/subgraph-client.ts";

const { values } = parseArgs({ options: { fetches: { type: "string" }, port: { type: "string" } } });
const { fetches, data } = JSON.parse(readFileSync(values.fetches!, "utf8")) as {
  fetches: { url: string; body: string }[];
  data: object;
};
const urls = new Set(fetches.map(({ url }) => url));
const clients = new Map(
  [...urls].map((url) => [url, createSubgraphClient({ name: url, url, onChanged: () => {}, onEnd: () => {} })]),
);

async function fetchOne({ url, body }: { url: string; body: string }): Promise<unknown> {
  const request = { service: url, body, isQuery: true, document: "" };
  return JSON.parse((await clients.get(url)!.send(request, [], 10_000)).toString("utf8"));
}

createServer((request, response) => {
  const answer = async () => {
    await Promise.all(fetches.map(fetchOne));
    response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
  };
  request.resume().on("end", () => void answer());
}).listen(Number(values.port), "127.0.0.1");
