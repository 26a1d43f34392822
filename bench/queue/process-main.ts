// A draw or a verification in a process of its own, so that its memory is measured alone: `draw FOLDER COUNT` draws and then writes the folder
// of a sale in which everybody was served, `verify FOLDER` verifies it. Prints one JSON object.
import { draw } from "../../domain/queue/published-draw.ts";
import { filesOfSale, QUEUE_POLICY, randomEntries, writeFiles } from "../../testkit/published-queue.ts";
import { verifyFolder } from "../../tools/queue-folder.ts";

const EVENT = "018f2f6e-7c3a-7b1e-9d4c-2a6b8c0e1f23";
/** As many as an hour of an inlet that steps every second. */
const STEPS = 3_600;

async function measured<Result>(work: () => Result | Promise<Result>) {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(before);
  const mb = process.resourceUsage().maxRSS / 1_000;
  return { result, figures: { seconds, cpuSeconds: (user + system) / 1e6, mb } };
}

async function measureDraw(folder: string, count: number) {
  const entries = randomEntries(count, 1);
  const rules = { eventId: EVENT, policy: QUEUE_POLICY, seed: Buffer.alloc(32, 7) };
  const { result, figures } = await measured(() => draw(entries, rules));
  writeFiles(folder, filesOfSale(entries, result, { steps: STEPS, late: 0 }));
  return figures;
}

async function measureVerification(folder: string) {
  const { result, figures } = await measured(() => verifyFolder(folder));
  if (result.faults.length > 0) throw new Error(`Not verified: ${JSON.stringify(result.faults)}`);
  return figures;
}

const [what, folder = "", count = ""] = process.argv.slice(2);
const figures = what === "draw" ? await measureDraw(folder, Number(count)) : await measureVerification(folder);
process.stdout.write(`${JSON.stringify(figures)}\n`);
