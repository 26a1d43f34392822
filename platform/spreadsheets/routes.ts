// Routes of tables that are downloaded, for signed-in viewers: `<path>.csv` and `<path>.xlsx`.
import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import { sendJson, type Route } from "../http/http.ts";
import type { Caller, Viewer } from "../identity/identity.ts";
import { FORMATS, sendTable } from "./download.ts";
import type { Pages } from "./table.ts";

export interface Wanted {
  viewer: Viewer;
  /** Without the extension. */
  path: string;
  query: Record<string, string>;
}

export interface Table {
  /** Name of the file, without the extension: ASCII letters, digits and hyphens. */
  name: string;
  pages: Pages;
}

/**
 * @param path a prefix that ends in `/*`
 * @param find the table; undefined if it does not exist or the viewer may not read it. Both are answered with 404.
 *   It may throw GraphQLError BAD_USER_INPUT for the query's parameters.
 */
export function tableRoute(
  path: string,
  callerOf: (request: IncomingMessage) => Promise<Caller>,
  find: (wanted: Wanted) => Table | undefined | Promise<Table | undefined>,
): Route {
  return {
    method: "GET",
    path,
    handle: async (request, response, { pathname, searchParams }) => {
      const caller = await callerOf(request);
      const viewer = caller.kind === "gateway" ? caller.viewer : null;
      if (!viewer) return sendJson(response, 401, { error: "Sign in first." });
      const format = FORMATS.find((one) => pathname.endsWith(`.${one}`));
      if (!format) return sendJson(response, 404, { error: "There is no such export." });
      const wanted = { viewer, path: pathname.slice(0, -format.length - 1), query: Object.fromEntries(searchParams) };
      let table;
      try {
        table = await find(wanted);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        return sendJson(response, 400, { error: error.message });
      }
      if (!table) return sendJson(response, 404, { error: "There is no such export." });
      await sendTable(response, table.name, format, table.pages);
    },
  };
}
