// Batching of GraphQL requests in one HTTP request: separate HTTP requests would cost more CPU than most of the operations. Each request
// has its own token and correlation ID, is admitted separately, and is answered as soon as its result is ready.
import { z } from "zod";
import { saneCorrelationId, withCorrelation } from "../telemetry/correlation.ts";
import { MOST_AT_ONCE } from "../http/headers.ts";
import { readBody, sendJson, type Route } from "../http/http.ts";
import type { Logger } from "../telemetry/logger.ts";

export interface OneOfMany {
  authorization: string;
  request: unknown;
}

export interface AnswerToOne {
  status: number;
  /** JSON. */
  body: string;
  /** Value of the header CHANGED_HEADER. */
  changed: string | undefined;
}

const Many = z
  .array(z.object({ authorization: z.string(), correlationId: z.string().optional(), request: z.unknown() }))
  .min(1)
  .max(MOST_AT_ONCE);

const BAD_REQUEST = {
  errors: [{ message: "The body must be a list of requests.", extensions: { code: "BAD_REQUEST" } }],
};
const BUG: AnswerToOne = {
  status: 500,
  body: JSON.stringify({
    errors: [{ message: "Internal server error.", extensions: { code: "INTERNAL_SERVER_ERROR" } }],
  }),
  changed: undefined,
};

export function manyRoute(options: {
  path: string;
  bodyLimit: number;
  /** @param abandoned is aborted if the client closes the connection before it has all answers */
  serve(one: OneOfMany, abandoned: AbortSignal): Promise<AnswerToOne>;
  logger: Logger;
}): Route {
  const { path, bodyLimit, serve, logger } = options;
  const handle: Route["handle"] = async (request, response) => {
    const many = Many.safeParse(parsed(await readBody(request, bodyLimit)));
    if (!many.success) return sendJson(response, 400, BAD_REQUEST);
    const client = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) client.abort();
    });
    response.setHeader("content-type", "application/octet-stream");
    let frames = "";
    // Answers that are ready together, as those of one group commit are, go as one write.
    const send = () => {
      if (frames !== "") response.write(frames);
      frames = "";
    };
    const answerOne = async (one: OneOfMany, index: number) => {
      const answer = await serve(one, client.signal).catch((error: unknown) => {
        logger.error({ err: error }, "unexpected error: the answer is INTERNAL_SERVER_ERROR");
        return BUG;
      });
      if (frames === "") setImmediate(send);
      frames += frameOf(index, answer);
    };
    await Promise.all(
      many.data.map((one, index) => withCorrelation(saneCorrelationId(one.correlationId), () => answerOne(one, index))),
    );
    const rest = frames;
    frames = "";
    response.end(rest);
  };
  return { method: "POST", path, handle };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

const frameOf = (index: number, { status, body, changed = "" }: AnswerToOne) =>
  `${index} ${status} ${Buffer.byteLength(body)} ${changed}\n${body}`;
