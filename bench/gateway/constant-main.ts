// A server of constant bytes: what node:http alone costs.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { answer: { type: "string" }, port: { type: "string" } } });
const answer = readFileSync(values.answer!);
createServer((request, response) => {
  request.resume().on("end", () => response.setHeader("content-type", "application/json").end(answer));
}).listen(Number(values.port), "127.0.0.1");
