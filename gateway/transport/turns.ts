// What is asked of one subgraph in a turn of the event loop goes as one HTTP request, if the subgraph takes that: each of them has its
// own token and deadline, is admitted by itself, and is answered as soon as its answer is there. One alone goes as it is.
import { CHANGED_HEADER, MANY, MOST_AT_ONCE, TAKES_MANY_HEADER } from "../../platform/headers.ts";
import { atEndOfTurn } from "../turn.ts";
import { AnswerFrames, type AnswerFrame } from "./answer-frames.ts";
import { Deadlines, type Deadline } from "./deadlines.ts";
import { CutOff, TooLate, type HttpPool } from "./http-pool.ts";
import type { HttpResponse } from "./response-reader.ts";

export interface TurnRequest {
  body: string;
  /** The value of the header; only who has one goes together with others. */
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

/** Larger ones go alone: those that are with it would wait while it is read. */
const LARGEST_BODY = 64 * 1024;

const NOT_FOUND = 404;

export function createTurns(pool: HttpPool, path: string): (request: TurnRequest) => Promise<HttpResponse> {
  const deadlines = new Deadlines();
  let waiting: Waiting[] = [];
  /** As its last answer says: behind one address there may be a version that does and one that does not. */
  let takesMany = false;

  async function alone({ body, headers, deadline }: TurnRequest): Promise<HttpResponse> {
    const response = await pool.post({ path, headers, body, deadline });
    takesMany = response.headers.has(TAKES_MANY_HEADER);
    return response;
  }

  function flush(): void {
    const all = waiting;
    waiting = [];
    for (let first = 0; first < all.length; first += MOST_AT_ONCE) {
      const some = all.slice(first, first + MOST_AT_ONCE);
      const [only] = some;
      if (some.length === 1) alone(only!).then(only!.resolve, only!.reject);
      else void together(some);
    }
  }

  async function together(some: Waiting[]): Promise<void> {
    const left = new Set(some);
    const frames = new AnswerFrames((answer) => {
      const asked = some[answer.index];
      if (!asked) throw new Error("An answer that nobody has asked for.");
      left.delete(asked);
      asked.resolve(asResponse(answer));
    });
    for (const one of some) deadlines.add(one);
    try {
      const response = await pool.post({
        path: `${path}${MANY}`,
        // Who carries it; each is believed for its own token alone.
        headers: ["authorization", some[0]!.authorization!],
        body: `[${some.map(asText).join()}]`,
        deadline: Math.max(...some.map(({ deadline }) => deadline)),
        onBody: (piece) => frames.read(piece),
      });
      if (response.status === NOT_FOUND) takesMany = false;
      // What was refused as a whole, as by a version that does not know of it, or for the token of who carried it, has done nothing.
      if (response.status >= 400 && response.status < 500)
        for (const one of left) alone(one).then(one.resolve, one.reject);
      else if (response.status !== 200) for (const one of left) one.resolve(response);
      else for (const one of left) one.reject(new CutOff("The answer is missing."));
    } catch (error) {
      for (const one of left) one.reject(error as Error);
    }
  }

  function put(request: TurnRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        ...request,
        giveUp: () => reject(new TooLate("The deadline has passed.")),
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
