// Heartbeat timeout: a partitioned server does not close its connection, so a client of graphql-ws terminates a connection without pongs.
// https://the-guild.dev/graphql/ws/recipes#client-usage-with-ping-pong-timeout-and-latency-metrics
import type { ClientOptions } from "graphql-ws";
import { WebSocket } from "ws";

const PING_EVERY_MS = 1_000;

/** Options of such a client. `giveUp` ends its connection. */
export function withHeartbeatTimeout(
  answersWithinMs: number,
  giveUp: () => void,
): Pick<ClientOptions, "webSocketImpl" | "connectionAckWaitTimeout" | "keepAlive" | "on"> {
  let silence: NodeJS.Timeout | undefined;
  const endSilence = () => {
    clearTimeout(silence);
    silence = undefined;
  };
  return {
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { handshakeTimeout: answersWithinMs });
      }
    },
    connectionAckWaitTimeout: answersWithinMs,
    keepAlive: PING_EVERY_MS,
    on: {
      ping: (isReceived) => {
        if (!isReceived) silence ??= setTimeout(giveUp, answersWithinMs);
      },
      pong: (isReceived) => {
        if (isReceived) endSilence();
      },
      closed: endSilence,
    },
  };
}
