// The subgraphs of the measured supergraph, in one process: each answers from memory, in the time that node:http takes.
// The users among them are also who the gateway's viewers are.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { execute, parse, type DocumentNode } from "graphql";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { viewersAnswer } from "./viewers.ts";
import { CHANGING, entity, good, SUBGRAPHS } from "./schemas.ts";

interface Request {
  query: string;
  variables?: { representations?: { __typename: string; id: string }[] };
}

const { values } = parseArgs({ options: { ports: { type: "string" }, jwks: { type: "string" } } });
const ports = values.ports!.split(",").map(Number);

let count = 0;

const goods = (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (__, at) => good(at));

for (const [index, [name, sdl]] of Object.entries(SUBGRAPHS).entries()) {
  const entities = ["Good", "Review", "User"].filter((type) => sdl.includes(`type ${type} @key(fields: "id") {`));
  const resolvers = {
    ...(sdl.includes("goods(") ? { Query: { goods } } : {}),
    ...Object.fromEntries(entities.map((type) => [type, { __resolveReference: entity }])),
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const documents = new Map<string, DocumentNode>();
  const answers = new Map<string, Promise<string>>();
  async function workedOut(text: string): Promise<string> {
    const { query, variables } = JSON.parse(text) as Request;
    let document = documents.get(query);
    if (!document) documents.set(query, (document = parse(query)));
    return JSON.stringify(await execute({ schema, document, variableValues: variables ?? {} }));
  }
  createServer((request, response) => {
    if (request.url === "/.well-known/jwks.json")
      return void response.setHeader("content-type", "application/json").end(values.jwks);
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    const respond = async () => {
      response.setHeader("content-type", "application/json");
      const viewers = viewersAnswer(text);
      if (viewers) return response.end(viewers);
      // The same question has the same answer: it is worked out once.
      let answer = answers.get(text);
      if (!answer) answers.set(text, (answer = workedOut(text)));
      const whole = await answer;
      // The same in effect, but of other bytes each time.
      response.end(request.url === CHANGING ? `${whole.slice(0, -1)},"extensions":{"n":${(count += 1)}}}` : whole);
    };
    request.on("end", () => void respond());
  }).listen(ports[index], "127.0.0.1", () => process.send?.(name));
}
