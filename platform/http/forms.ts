// Forms of our own pages. Without a script there is no preflight, so the origin of a form is checked: browsers send it with each POST.
import type { IncomingMessage } from "node:http";
import { readBody } from "./http.ts";

export const BODY_LIMIT = 16 * 1024;

export type Fields = Readonly<Record<string, string>>;

export function isForm({ headers }: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers["content-type"] ?? "");
}

/** Whether a page of this host sent the form. */
export function isOwnForm({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && host !== undefined && URL.parse(origin)?.host === host.toLowerCase();
}

/** @throws BodyTooLarge, BodyBrokenOff */
export async function readParameters(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request, BODY_LIMIT)).toString("utf8"));
}

/** The last value of each field. @throws BodyTooLarge, BodyBrokenOff */
export async function readForm(request: IncomingMessage): Promise<Fields> {
  return Object.fromEntries(await readParameters(request));
}
