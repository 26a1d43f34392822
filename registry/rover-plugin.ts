// Composition plugin for `rover supergraph compose`, instead of Apollo's: `compose <file>` prints a result in Rover's format. Exit code: 0,
// or 1 for composition errors.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { compose } from "./checks/composition.ts";

const configSchema = z.object({
  subgraphs: z.record(
    z.string(),
    z.object({
      routing_url: z.string().nullish(),
      schema: z.union([z.object({ sdl: z.string() }), z.object({ file: z.string() })]),
    }),
  ),
});

const [command, file] = process.argv.slice(2);
if (command === "compose" && file) composeFile(file);
else {
  console.error("usage: compose <supergraph.yaml>");
  process.exitCode = 64;
}

function composeFile(config: string): void {
  const { subgraphs } = configSchema.parse(parse(readFileSync(config, "utf8")));
  const { errors, composed } = compose(
    Object.entries(subgraphs).map(([name, { routing_url: url, schema }]) => ({
      name,
      url: url ?? "",
      sdl: "sdl" in schema ? schema.sdl : readFileSync(path.resolve(path.dirname(config), schema.file), "utf8"),
    })),
  );
  if (composed) {
    const hints = composed.hints.map((hint) => ({ ...hint, nodes: [], omittedNodesCount: 0 }));
    process.stdout.write(JSON.stringify({ Ok: { supergraphSdl: composed.supergraphSdl, hints } }));
    return;
  }
  const failures = errors.map(({ code, message }) => ({
    code,
    message,
    type: "composition",
    nodes: [],
    omitted_nodes_count: 0,
  }));
  process.stdout.write(JSON.stringify({ Err: { build_errors: failures } }));
  process.exitCode = 1;
}
