// A server that refuses whatever comes, at once: attackers of it take from the machine what attackers take anyway.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const REFUSAL = JSON.stringify({ errors: [{ message: "Too many requests.", extensions: { code: "RATE_LIMITED" } }] });

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(429, { "content-type": "application/json" }).end(REFUSAL);
});
server.on("upgrade", (_, socket) => socket.end("HTTP/1.1 429 Too Many Requests\r\nconnection: close\r\n\r\n"));
server.listen(0, "127.0.0.1", () =>
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`),
);
