// Many followers, as cheap as can be: they count the messages that come, with their bytes, and look into few.
import { connect, type Socket } from "node:net";
import { QUERY } from "./feed.ts";

const [port, count] = process.argv.slice(2, 4).map(Number) as [number, number];
const [query = QUERY, variables = "{}"] = process.argv.slice(4);
const UPGRADE = [
  "GET /graphql HTTP/1.1",
  "host: 127.0.0.1",
  "connection: Upgrade",
  "upgrade: websocket",
  "sec-websocket-version: 13",
  "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-protocol: graphql-transport-ws",
  "\r\n",
].join("\r\n");

/** A frame of a client, masked with zeros (RFC 6455 asks for a mask and not for which). */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126 ? [0x81, 0x80 | payload.length] : [0x81, 0xfe, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}
const INIT = frame(`{"type":"connection_init"}`);
const PAYLOAD = { query, variables: JSON.parse(variables) as unknown };
const SUBSCRIBE = frame(JSON.stringify({ id: "1", type: "subscribe", payload: PAYLOAD }));

let messages = 0;
/** With the headers of the frames. */
let bytes = 0;
let delays: number[] = [];
/** Of so many one is looked into. */
const LOOKED_INTO = 97;

function follow(index: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, "127.0.0.1");
    let rest: Buffer | undefined;
    let state: "upgrading" | "initialising" | "following" = "upgrading";
    socket.write(UPGRADE);
    socket.on("error", reject);
    socket.on("data", (chunk: Buffer) => {
      let data = rest ? Buffer.concat([rest, chunk]) : chunk;
      if (state === "upgrading") {
        const end = data.indexOf("\r\n\r\n");
        if (end < 0) return void (rest = data);
        data = data.subarray(end + 4);
        state = "initialising";
        socket.write(INIT);
      }
      for (;;) {
        if (data.length < 2) break;
        const short = data[1]! & 127;
        const head = short === 126 ? 4 : short === 127 ? 10 : 2;
        if (data.length < head) break;
        const length = short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
        if (data.length < head + length) break;
        if (data[0] === 0x89) socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
        else if (state === "initialising") {
          state = "following";
          socket.write(SUBSCRIBE);
          resolve();
        } else {
          messages += 1;
          bytes += head + length;
          if (index % LOOKED_INTO === 0) {
            const at = /"at":(\d+)/.exec(data.toString("latin1", head, Math.min(head + 200, head + length)));
            if (at) delays.push(Date.now() - Number(at[1]));
          }
        }
        data = data.subarray(head + length);
      }
      rest = data.length > 0 ? data : undefined;
    });
  });
}

for (let index = 0; index < count; index += 100)
  await Promise.all(Array.from({ length: Math.min(100, count - index) }, (_, offset) => follow(index + offset)));
process.on("message", (question) => {
  if (question === "reset") {
    messages = 0;
    bytes = 0;
    delays = [];
  }
  process.send!({ messages, bytes, delays });
});
process.send!("ready");
