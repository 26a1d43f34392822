// An HTTP server that refuses every request at once: a control for the CPU that the attackers themselves take.
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
// The bench may fail before it ends this process.
process.on("disconnect", () => process.exit());
