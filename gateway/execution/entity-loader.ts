// Loads entities for all fetches of one run that select the same fields of a subgraph. Requests in one turn of the event loop become one
// fetch, and a loaded entity is not fetched again. Runs share nothing, because each has its own viewer and deadline.
import type { GraphQLFormattedError } from "graphql";
import { atEndOfTurn } from "../core/turn.ts";
import { isObject } from "./json.ts";
import type { SubgraphAnswer } from "./subgraph-requests.ts";

/** The request of one fetch. */
interface Question {
  representations: readonly string[];
  resolve(answer: SubgraphAnswer): void;
  reject(error: unknown): void;
}

/** One fetch of these entities. */
type Ask = (representations: readonly string[]) => Promise<SubgraphAnswer>;

export class EntityLoader {
  readonly #ask: Ask;
  #waiting: Question[] = [];
  /** Cached by representation: entities with leaves only. Objects become part of the response, where later fetches modify them. */
  readonly #known = new Map<string, unknown>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** @param representations each of them once */
  load(representations: readonly string[]): Promise<SubgraphAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ representations, resolve, reject });
      if (this.#waiting.length === 1) atEndOfTurn(() => this.#flush());
    });
  }

  #flush(): void {
    const questions = this.#waiting;
    this.#waiting = [];
    const missing = new Map<string, number>();
    for (const { representations } of questions)
      for (const one of representations) if (!missing.has(one) && !this.#known.has(one)) missing.set(one, missing.size);
    if (missing.size > 0) void this.#request(questions, missing);
    else
      for (const question of questions)
        question.resolve(this.#answerTo(question, missing, { data: { _entities: [] } }));
  }

  /** @param missing the place of each representation in the request */
  async #request(questions: Question[], missing: ReadonlyMap<string, number>): Promise<void> {
    try {
      const answer = await this.#ask([...missing.keys()]);
      if (!isWhole(answer, missing.size)) return this.#refuse(questions, answer);
      const isAsAsked = questions.length === 1 && questions[0]!.representations.length === missing.size;
      const answers = isAsAsked ? [answer] : questions.map((question) => this.#answerTo(question, missing, answer));
      this.#keep(missing, answer);
      for (const [index, question] of questions.entries()) question.resolve(answers[index]!);
    } catch (error) {
      for (const question of questions) question.reject(error);
    }
  }

  /** A response without entities does not identify them. So each fetch retries separately, and none fails because of another. */
  #refuse(questions: Question[], answer: SubgraphAnswer): void {
    const [only, ...others] = questions;
    if (others.length === 0) return only!.resolve(answer);
    for (const question of questions) {
      this.#waiting.push(question);
      this.#flush();
    }
  }

  #answerTo(question: Question, missing: ReadonlyMap<string, number>, answer: SubgraphAnswer): SubgraphAnswer {
    const { representations } = question;
    const all = answer.data!._entities as unknown[];
    const places = representations.map((one) => missing.get(one));
    const entities = representations.map((one, index) => {
      const place = places[index];
      return place === undefined ? this.#known.get(one) : copyOf(all[place]);
    });
    const errors = answer.errors?.flatMap((error) => errorFor(error, places, all.length));
    return { ...answer, data: { ...answer.data, _entities: entities }, ...(errors && { errors }) };
  }

  /** A response with errors is not cached: its entities are fetched again. */
  #keep(missing: ReadonlyMap<string, number>, { data, errors }: SubgraphAnswer): void {
    if (errors?.length) return;
    const entities = data!._entities as unknown[];
    for (const [representation, place] of missing)
      if (isPlain(entities[place])) this.#known.set(representation, entities[place]);
  }
}

function isWhole({ data }: SubgraphAnswer, count: number): boolean {
  const entities = data?._entities;
  return Array.isArray(entities) && entities.length === count;
}

/** The error with the entity's index in the fetch; empty if the fetch did not request that entity. */
function errorFor(
  error: GraphQLFormattedError,
  places: readonly (number | undefined)[],
  count: number,
): GraphQLFormattedError[] {
  const [field, place, ...rest] = error.path ?? [];
  if (typeof place !== "number" || place >= count) return [error];
  return places.flatMap((one, index) => (one === place ? [{ ...error, path: [field!, index, ...rest] }] : []));
}

function isPlain(entity: unknown): boolean {
  if (!isObject(entity)) return false;
  for (const name in entity) if (typeof entity[name] === "object" && entity[name] !== null) return false;
  return true;
}

/** Each fetch gets its own copy, because later fetches merge into it and may use the same name for different fields. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)]));
}
