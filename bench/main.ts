// `npm run bench -- NAME`: where the README's numbers come from. The last line is one JSON object.
import { benchSeats } from "./seats.ts";

const benches: Record<string, () => Promise<Record<string, unknown>>> = { seats: benchSeats };

const name = process.argv[2] ?? "";
const bench = benches[name];
if (!bench) {
  process.stderr.write(`Say which: npm run bench -- ${Object.keys(benches).join(" | ")}\n`);
  process.exit(1);
}
process.stdout.write(`${JSON.stringify(await bench())}\n`);
process.exit(0);
