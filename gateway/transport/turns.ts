// Requests to one subgraph in the same turn of the event loop become one HTTP request, if the subgraph supports it. Each keeps its own
// token and deadline, is admitted separately, and is answered as soon as its result arrives. A single request goes as it is.
import { CHANGED_HEADER, MANY, MOST_AT_ONCE, TAKES_MANY_HEADER } from "../../platform/http/headers.ts";
import { atEndOfTurn } from "../core/turn.ts";
import { AnswerFrames, type AnswerFrame } from "./answer-frames.ts";
import { Deadlines, type Deadline } from "./deadlines.ts";
import { CutOff, TooLate, type HttpPool } from "./http-pool.ts";
import type { HttpResponse } from "./response-reader.ts";

export interface TurnRequest {
  body: string;
  /** The value of the header; only requests with one are batched. */
  authorization: string | undefined;
  /** Undefined: it goes alone, with the headers that it has. */
  correlationId: string | undefined;
  headers: readonly string[];
  readonly deadline: number;
}

interface Waiting extends TurnRequest, Deadline {
  resolve(response: HttpResponse): void;
  reject(error: Error): void;
}

/** A larger body is sent alone: others would wait for its transfer. In characters, which are up to 3 bytes each. */
const LARGEST_BODY = 64 * 1024;
/** Total size of all bodies: well below the body limit of a subgraph. */
const LARGEST_TOGETHER = 512 * 1024;

const NOT_FOUND = 404;
/** The subgraph sends these before it begins with any of the requests, so each of them may be sent again, also a mutation. */
const REFUSED_AS_A_WHOLE = new Set([400, 401, NOT_FOUND, 405, 413, 431]);

export interface TurnsOptions {
  pool: HttpPool;
  path: string;
  maxAnswerBytes: number;
}

export function createTurns({
  pool,
  path,
  maxAnswerBytes,
}: TurnsOptions): (request: TurnRequest) => Promise<HttpResponse> {
  const deadlines = new Deadlines();
  let waiting: Waiting[] = [];
  /** According to the last response: during a rolling upgrade one address leads to versions with and without support. */
  let takesMany = false;

  async function alone({ body, headers, deadline }: TurnRequest): Promise<HttpResponse> {
    const response = await pool.post({ path, headers, body, deadline });
    takesMany = response.headers.has(TAKES_MANY_HEADER);
    return response;
  }

  function flush(): void {
    const all = waiting;
    waiting = [];
    let some: Waiting[] = [];
    let size = 0;
    for (const one of all) {
      if (some.length === MOST_AT_ONCE || size + one.body.length > LARGEST_TOGETHER) {
        send(some);
        some = [];
        size = 0;
      }
      some.push(one);
      size += one.body.length;
    }
    send(some);
  }

  function send(some: Waiting[]): void {
    const [first, ...others] = some;
    if (others.length > 0) void together(some);
    else if (first) alone(first).then(first.resolve, first.reject);
  }

  async function together(some: Waiting[]): Promise<void> {
    const left = new Set(some);
    const frames = new AnswerFrames(maxAnswerBytes, (answer) => {
      const asked = some[answer.index];
      if (!asked) throw new Error("Response to a request that was not sent.");
      left.delete(asked);
      asked.resolve(asResponse(answer));
    });
    for (const one of some) deadlines.add(one);
    try {
      const response = await pool.post({
        path: `${path}${MANY}`,
        // The subgraph requires a token for each batch; the rights of each request depend only on its own token.
        headers: ["authorization", some[0]!.authorization!],
        body: `[${some.map(asText).join()}]`,
        deadline: Math.max(...some.map(({ deadline }) => deadline)),
        onBody: (piece) => frames.read(piece),
      });
      if (response.status === NOT_FOUND) takesMany = false;
      if (REFUSED_AS_A_WHOLE.has(response.status)) for (const one of left) alone(one).then(one.resolve, one.reject);
      else if (response.status !== 200) for (const one of left) one.resolve(response);
      else for (const one of left) one.reject(new CutOff("The response is missing."));
    } catch (error) {
      for (const one of left) one.reject(error as Error);
    }
  }

  function put(request: TurnRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        ...request,
        giveUp: () => reject(new TooLate("The deadline was exceeded.")),
        resolve: (response) => {
          deadlines.delete(one);
          resolve(response);
        },
        reject: (error) => {
          deadlines.delete(one);
          reject(error);
        },
      };
      if (waiting.push(one) === 1) atEndOfTurn(flush);
    });
  }

  return (request) => {
    const { authorization, correlationId, body } = request;
    const canGoTogether = takesMany && authorization !== undefined && correlationId !== undefined;
    return canGoTogether && body.length <= LARGEST_BODY ? put(request) : alone(request);
  };
}

const asText = ({ authorization, correlationId, body }: Waiting) =>
  `{"authorization":${JSON.stringify(authorization)},"correlationId":${JSON.stringify(correlationId)},"request":${body}}`;

const JSON_TYPE = ["content-type", "application/json; charset=utf-8"] as const;
const UNCHANGED: ReadonlyMap<string, string> = new Map([JSON_TYPE]);

function asResponse({ status, changed, body }: AnswerFrame): HttpResponse {
  const headers = changed === "" ? UNCHANGED : new Map([JSON_TYPE, [CHANGED_HEADER, changed]]);
  return { status, headers, body, isReusable: true };
}
