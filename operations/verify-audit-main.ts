// `npm run verify-audit -- [FILE] [--heads LOG]`: verifies the audit logs of an exported file, or of a running system. LOG has heads that users
// has logged: without them a log whose last entries were removed is not noticed. Exit code 1 if anything is wrong.
import { parseArgs } from "node:util";
import { entities } from "../subgraphs/users/entities/tables.ts";
import { environmentOfSystem, openDatabaseOf } from "./system-databases.ts";
import { readHeads, verifyDatabase, verifyFile } from "./verify-audit.ts";

async function verify() {
  const { positionals, values } = parseArgs({ options: { heads: { type: "string" } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error("Usage: npm run verify-audit -- [FILE] [--heads LOG]");
  const heads = values.heads === undefined ? [] : readHeads(values.heads);
  if (file !== undefined) return verifyFile(file, heads);
  const database = await openDatabaseOf("users", environmentOfSystem(process.env), entities);
  try {
    return await verifyDatabase(database, heads);
  } finally {
    await database.close();
  }
}

try {
  const { entries, heads, faults } = (await verify()).result();
  for (const { chain, seq, why } of faults) console.error(`${chain}: entry ${seq} is wrong: ${why}.`);
  if (faults.length > 0) process.exitCode = 1;
  else {
    for (const { chain, seq, hash } of heads) console.log(`${chain}  ${seq} entries  head ${hash}`);
    console.log(`${entries} entries of ${heads.length} audit logs verified.`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
