// What a page of the storefront is: it reads data for its view, and answers its form. Both run in this process only; the browser gets data.
import type { PageData } from "../page-data.ts";
import type { Problem } from "../page-data/problem.ts";
import type { DocumentId } from "../documents/document.ts";
import type { Caller, GatewayClient, OperationFailed } from "../gateway-client.ts";
import type { Locale } from "../../platform/http/locale.ts";

export type ViewName = keyof PageData;

/** A view with its data. */
export type Shown = {
  [Name in ViewName]: {
    view: Name;
    data: PageData[Name];
    status?: number;
    /** Address of the page, if it is not that of the request. */
    path?: string;
    /** Without a script the browser asks for the page again after so many seconds. */
    refreshSeconds?: number;
    /** ID of the person for whom the browser may keep the page: see offline.ts. */
    keptFor?: string;
  };
}[ViewName];

/** A view, a local address to go to, or a file to download. */
export type Outcome = Shown | { to: string } | { file: DownloadedFile };

export interface DownloadedFile {
  name: string;
  type: string;
  body: string | Buffer;
}

export interface Visit {
  url: URL;
  params: Readonly<Record<string, string>>;
  locale: Locale;
  caller: Caller;
  /** Origin of the pages as the browser knows it. */
  origin: string;
  gateway: GatewayClient;
  /** Publishable key, if Stripe takes the cards. */
  stripeKey: string | undefined;
  /** For the response. */
  setCookies: string[];
  /** An operation as this visitor, or as nobody on a page that is the same for all. @throws OperationFailed */
  ask<Data, Variables extends Record<string, unknown>>(
    document: DocumentId<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

export interface Page {
  /** Segments that begin with `:` are parameters. */
  path: string;
  /** The same for everybody who uses this language, or for this visitor: kept in the cache, read without a session. */
  isPublic?: boolean | ((visit: Visit) => boolean);
  load(visit: Visit): Promise<Outcome>;
  submit?(visit: Visit, form: URLSearchParams): Promise<Outcome>;
}

export const notFound: Shown = { view: "problem", status: 404, data: { problem: { code: "PAGE_NOT_FOUND" } } };

/** To the same page with a session, or else to `otherwise`, by default the sign-in. */
export function continueSession({ url }: Visit, otherwise?: string): { to: string } {
  const to = `${url.pathname}${url.search}`;
  return { to: `/session/continue?${new URLSearchParams({ to, ...(otherwise && { else: otherwise }) }).toString()}` };
}

/** A refusal of the API as a problem that a view explains in the reader's language. */
export function problemOf(refusal: { __typename: string; message?: string }, values: Problem["values"] = {}): Problem {
  return { code: refusal.__typename, values, message: refusal.message };
}

/** A failed operation as a problem. */
export function problemOfFailure({ code, message, retryAfterSeconds }: OperationFailed): Problem {
  return { code, message, values: { seconds: retryAfterSeconds } };
}

/** The first value of a field, without blanks around it; undefined if it is empty. */
export const fieldOf = (form: URLSearchParams, name: string): string | undefined => form.get(name)?.trim() || undefined;
