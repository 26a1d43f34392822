// Verifies the folder that publishes a draw. No file can take more memory than a draw of the largest size: sizes are checked before reading.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { CLASS_BYTES, ENTRY_BYTES, MAX_ENTRIES } from "../domain/queue/entries.ts";
import { Findings, grouped, type Finding } from "../domain/queue/findings.ts";
import {
  admissionSchema,
  drawDocumentSchema,
  RANK_BYTES,
  stepSchema,
  type DrawDocument,
} from "../domain/queue/published-draw.ts";
import { drawKeyIn, verifyDraw, type Remembered } from "../domain/queue/verify-draw.ts";
import { ServingVerifier } from "../domain/queue/verify-serving.ts";

const MAX_DOCUMENT_BYTES = 1 << 20;
const MAX_LINE_BYTES = 4_096;

export interface Verification {
  faults: Finding[];
  /** Null if draw.json can't be read. */
  document: DrawDocument | null;
  /** Null if the serving log is not published yet. */
  served: { steps: number; admissions: number; head: string } | null;
  /** Of the remembered entry. */
  rank: number | undefined;
}

/** @param heads hashes of steps that somebody remembers from the sale */
export async function verifyFolder(
  folder: string,
  remembered: Remembered & { heads?: readonly string[] } = {},
): Promise<Verification> {
  const findings = new Findings();
  const document = readDocument(folder, findings);
  const nothing = { document, served: null, rank: undefined };
  if (!document) return { ...nothing, faults: findings.list() };
  const ids = readBytes(folder, "entries.bin", ENTRY_BYTES, findings);
  const ranks = readBytes(folder, "ranks.bin", RANK_BYTES, findings);
  const classes = existsSync(path.join(folder, "classes.bin"))
    ? readBytes(folder, "classes.bin", CLASS_BYTES, findings)
    : null;
  if (!ids || !ranks) return { ...nothing, faults: findings.list() };
  const rank = verifyDraw({ document, ids, classes, ranks }, remembered, findings);
  const served = await verifyServed(folder, document, remembered.heads ?? [], findings);
  return { faults: findings.list(), document, served, rank };
}

function readDocument(folder: string, findings: Findings): DrawDocument | null {
  const file = "draw.json";
  const bytes = readBytes(folder, file, 1, findings, MAX_DOCUMENT_BYTES);
  return bytes && parseJson(bytes.toString("utf8"), drawDocumentSchema, (what) => findings.add(file, what));
}

/** Null if the file is missing, or has more than `most` records. */
function readBytes(folder: string, file: string, bytes: number, findings: Findings, most = MAX_ENTRIES): Buffer | null {
  const name = path.join(folder, file);
  if (!existsSync(name)) findings.add(file, "missing");
  else if (statSync(name).size > most * bytes)
    findings.add(file, `larger than the ${grouped(most * bytes)} bytes that such a file may have`);
  else return readFileSync(name);
  return null;
}

/** Null, after a fault for each wrong field, if the text is not JSON of this schema. */
function parseJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  fault: (what: string) => void,
): z.output<Schema> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    fault(`not JSON: ${(error as Error).message}`);
    return null;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path: field, message } of parsed.error.issues) fault([...field, message].join(": "));
  return null;
}

async function verifyServed(
  folder: string,
  document: DrawDocument,
  heads: readonly string[],
  findings: Findings,
): Promise<Verification["served"]> {
  const [steps, admissions] = ["steps.jsonl", "admissions.jsonl"] as const;
  const isMissing = [steps, admissions].filter((file) => !existsSync(path.join(folder, file)));
  if (!document.served && heads.length === 0 && isMissing.length === 2) return null;
  for (const file of isMissing) findings.add(file, "missing");
  if (isMissing.length > 0) return null;
  const verifier = new ServingVerifier(document, drawKeyIn(document), heads, findings);
  await readLines(folder, steps, stepSchema, (step) => verifier.addStep(step), findings);
  const hash = await readLines(folder, admissions, admissionSchema, (one) => verifier.addAdmission(one), findings);
  return verifier.end(hash);
}

/** Returns the SHA-256 of the file, in hexadecimal. Stops at a line that is too long. */
async function readLines<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  handle: (value: z.output<Schema>) => void,
  findings: Findings,
): Promise<string> {
  const hash = createHash("sha256");
  let [rest, number] = ["", 0];
  for await (const chunk of createReadStream(path.join(folder, file)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    // Records are ASCII: a byte of another character is one character here, and no part of a line end.
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      number++;
      const value = parseJson(line, schema, (what) => findings.add(file, `line ${grouped(number)}: ${what}`));
      if (value !== null) handle(value);
    }
    if (rest.length > MAX_LINE_BYTES) {
      findings.add(file, `line ${grouped(number + 1)}: longer than ${grouped(MAX_LINE_BYTES)} bytes`);
      return "";
    }
  }
  if (rest !== "") findings.add(file, `truncated: line ${grouped(number + 1)} has no end`);
  return hash.digest("hex");
}
