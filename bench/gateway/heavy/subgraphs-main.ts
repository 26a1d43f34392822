// The subgraphs of the heavy query, in one process, at /accounts, /inventory, /products and /reviews: they answer from memory, never
// the same twice. At /users is who the gateway's viewers are.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { viewersAnswer } from "../viewers.ts";
import { createSubgraph, NUMBER, SUBGRAPHS, type Asked, type SubgraphName } from "../../../gateway/test/heavy-world.ts";

const { values } = parseArgs({ options: { port: { type: "string" }, jwks: { type: "string" } } });
const names = Object.keys(SUBGRAPHS) as SubgraphName[];
const subgraphs = new Map(names.map((name) => [`/${name}`, createSubgraph(name)]));
/** What differs between requests, and does not matter for the answer to more than five products. */
const FIRST = /"first":\d+/;
/** By path and question, cut where the number of the answer goes. */
const workedOut = new Map<string, Promise<string[]>>();
let count = 0;

async function answerOf(path: string, text: string): Promise<string> {
  const same = text.replace(FIRST, '"first":5');
  const key = `${path} ${same}`;
  let parts = workedOut.get(key);
  if (!parts) {
    const answer = subgraphs.get(path)!(JSON.parse(same) as Asked);
    parts = answer.then((result) => JSON.stringify({ ...result, extensions: { n: NUMBER } }).split(NUMBER));
    workedOut.set(key, parts);
  }
  return (await parts).join(String((count += 1)).padStart(NUMBER.length, "0"));
}

createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  if (request.url === "/.well-known/jwks.json") return void response.end(values.jwks);
  let text = "";
  request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const answer = async () => response.end(viewersAnswer(text) ?? (await answerOf(request.url!, text)));
  request.on("end", () => void answer());
}).listen(Number(values.port), "127.0.0.1");
