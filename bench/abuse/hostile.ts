// What a hostile request is, and what all kinds of them are made of.
import { randomUUID } from "node:crypto";
import { request } from "undici";

export interface Target {
  url: string;
  eventId: string;
  /** A new address for each, so that none is refused only for coming too often. */
  address(): string;
}

export interface Hostile {
  name: string;
  /** A status and the code of the first error; of a socket the code that it is closed with. */
  deserves: string;
  attack(target: Target): Promise<string>;
}

export const BAD = "400 BAD_REQUEST";

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** @returns the status, and the code of the first error */
export async function post(
  target: Target,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await request(target.url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": target.address(), ...headers },
    body,
  });
  const text = await answer.body.text();
  let code = "";
  try {
    code = (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? "";
  } catch {
    // Not every refusal is GraphQL's.
  }
  return `${answer.statusCode} ${code}`.trim();
}

export const token = (header: object, payload: object, signature: string) =>
  `Bearer ${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.${signature}`;
export const SOMEBODY = {
  sub: randomUUID(),
  sid: randomUUID(),
  iss: "boxoffice-users",
  aud: "boxoffice",
  exp: 4_000_000_000,
};
