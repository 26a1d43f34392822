// `npm run schema:check`: the registry's check, in process, of this folder's schemas and messages against the last published ones
// (schema/published/). `npm run schema:publish` stores the current ones as published.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MessageType } from "../platform/core/contracts.ts";
import { check, type CheckResult } from "../registry/checks/check.ts";
import type { Subgraph } from "../registry/checks/composition.ts";
import { compareMessages, describeMessages, type JsonSchema, type MessageChange } from "./message-changes.ts";
import { scopeProblems } from "./scope-check.ts";
import { contractsHere, subgraphsHere } from "../operations/registry.ts";
import { ROOT } from "../operations/topology.ts";

const PUBLISHED = path.join(ROOT, "schema", "published");
const MESSAGES = path.join(PUBLISHED, "messages.json");

function subgraphsPublished(here: Subgraph[]): Subgraph[] {
  return here.flatMap(({ name, url }) => {
    const file = path.join(PUBLISHED, `${name}.graphql`);
    return existsSync(file) ? [{ name, url, sdl: readFileSync(file, "utf8") }] : [];
  });
}

async function messagesHere(): Promise<Record<string, JsonSchema>> {
  const folder = path.join(ROOT, "schema", "messages");
  const modules = await Promise.all(
    readdirSync(folder).map((file) => import(path.join(folder, file)) as Promise<Record<string, MessageType>>),
  );
  return describeMessages(modules.flatMap((exported) => Object.values(exported)));
}

function report(result: CheckResult, messages: MessageChange[]) {
  const { composition, operations, weakened, diagnostics, pitfalls, contracts } = result;
  const failures = [
    ...composition.errors.map(({ code, message }) => `${code}: ${message}`),
    ...(operations?.changes ?? [])
      .filter(({ severity }) => severity === "FAILURE")
      .map(({ code, description }) => `${code}: ${description}`),
    ...weakened.map(({ rule, message }) => `${rule}: ${message}`),
    ...diagnostics
      .filter(({ level }) => level === "ERROR")
      .map(({ rule, message, place }) => `${rule}, line ${place.start.line}: ${message}`),
    ...pitfalls.map(({ rule, coordinate, message }) => `${rule}, ${coordinate}: ${message}`),
    ...contracts.flatMap(({ variant, errors, changes }) => [
      ...errors.map(({ message }) => `CONTRACT ${variant}: ${message}`),
      ...changes.map(({ description }) => `CONTRACT ${variant}: ${description}`),
    ]),
    ...messages.filter(({ isBreaking }) => isBreaking).map((change) => `MESSAGE: ${change.path} ${change.message}.`),
  ];
  const notices = [
    ...composition.hints.map(({ message }) => `hint: ${message}`),
    ...(operations?.changes ?? [])
      .filter(({ severity }) => severity === "NOTICE")
      .map(({ description }) => description),
    ...diagnostics.filter(({ level }) => level === "WARNING").map(({ message }) => message),
    ...messages.filter(({ isBreaking }) => !isBreaking).map((change) => `${change.path} ${change.message}.`),
  ];
  return { failures, notices };
}

function publish(here: Subgraph[], messages: Record<string, JsonSchema>): void {
  mkdirSync(PUBLISHED, { recursive: true });
  for (const { name, sdl } of here) writeFileSync(path.join(PUBLISHED, `${name}.graphql`), sdl);
  writeFileSync(MESSAGES, `${JSON.stringify(messages, null, 2)}\n`);
}

const here = subgraphsHere();
const messages = await messagesHere();
const published = existsSync(MESSAGES)
  ? (JSON.parse(readFileSync(MESSAGES, "utf8")) as Record<string, JsonSchema>)
  : {};
const result = await check({
  published: subgraphsPublished(here),
  proposed: here,
  operations: [],
  contracts: contractsHere().map((contract) => ({ ...contract, operations: [] })),
  owned: null,
});
const { failures, notices } = report(result, compareMessages(published, messages));
failures.push(...here.flatMap(({ name, sdl }) => scopeProblems(sdl).map((problem) => `SCOPES ${name}: ${problem}`)));
for (const notice of notices) console.log(`  ${notice}`);
for (const failure of failures) console.error(`✗ ${failure}`);
if (process.argv.includes("--publish")) {
  if (result.composition.errors.length > 0) process.exitCode = 1;
  else {
    publish(here, messages);
    console.log("Published: further checks compare with this version.");
  }
} else if (failures.length > 0) {
  console.error("If the break is intended and all clients and consumers are prepared: npm run schema:publish.");
  process.exitCode = 1;
} else console.log("The schemas and messages are compatible.");
