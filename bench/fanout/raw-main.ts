// The yardstick: the ws library sends the same bytes to all, and knows nothing of GraphQL.
import { WebSocketServer } from "ws";
import { obey } from "./feed.ts";

const sockets = new WebSocketServer({ port: Number(process.argv[2]), host: "127.0.0.1", path: "/graphql" });
sockets.on("connection", (socket) => {
  // As much of the protocol as a client needs.
  socket.on("message", (data) => {
    if (String(data).includes("connection_init")) socket.send(`{"type":"connection_ack"}`);
  });
});
obey((changed) => {
  const bytes = Buffer.from(JSON.stringify({ id: "1", type: "next", payload: { data: { changed } } }));
  for (const socket of sockets.clients) socket.send(bytes, { binary: false });
});
