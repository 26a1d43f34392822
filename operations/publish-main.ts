// Publishes the schemas of this folder to a registry: `REGISTRY_URL=… REGISTRY_KEY=… node operations/publish-main.ts`. Exit code 1 if they
// do not compose.
import { ConfigError, readEnvironment } from "../platform/core/config.ts";
import { publishHere, publisherVariables } from "./registry.ts";

try {
  const { REGISTRY_URL, REGISTRY_KEY } = readEnvironment(process.env, publisherVariables);
  const problems = await publishHere({ url: REGISTRY_URL, key: REGISTRY_KEY }, process.env);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(
    error instanceof ConfigError ? error.message : `Publishing to the registry failed: ${(error as Error).message}`,
  );
  process.exitCode = 1;
}
