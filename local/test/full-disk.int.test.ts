// A full disk costs what the processes say, and no process.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openPidFiles } from "../pid-files.ts";
import { freePorts } from "../servers/ports.ts";
import { createProcesses } from "../processes.ts";
import { until } from "../../testkit/until.ts";

const TALKER = `
import { createServer } from "node:http";
console.log("begun");
createServer((request, response) => {
  console.log("asked");
  console.error("asked");
  response.end(String(process.pid));
}).listen(Number(process.env.TALKER_PORT), "127.0.0.1");
`;

test("on a full disk processes keep running, are restarted when they die, and log again once there is room", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const [port] = (await freePorts(1)) as [number];
  const url = `http://127.0.0.1:${port}`;
  const log = path.join(dir, "logs", "talker.log");
  writeFileSync(path.join(dir, "talker.mjs"), TALKER);
  mkdirSync(path.join(dir, "logs"));
  // Takes nothing, with the error of a full disk.
  symlinkSync("/dev/full", log);
  const pids = openPidFiles(dir);
  const writePid = pids.write;
  pids.write = () => {
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  };
  const processes = createProcesses({
    envOf: () => ({ TALKER_PORT: String(port) }),
    rootOf: () => dir,
    dataDir: dir,
    pids,
    say: () => {},
  });
  const ask = () => fetch(url).then((answer) => answer.text());
  try {
    await processes.start({ name: "talker", main: "talker.mjs", readyUrl: url });
    for (let times = 0; times < 100; times++) await ask();
    const pid = Number(await ask());
    process.kill(pid, "SIGKILL");
    await until(
      () =>
        ask().then(
          (other) => Number(other) !== pid,
          () => false,
        ),
      "another is there",
    );
    rmSync(log);
    pids.write = writePid;
    await until(async () => {
      await ask();
      try {
        return readFileSync(log, "utf8").includes("asked");
      } catch {
        return false;
      }
    }, "heard again");
  } finally {
    await processes.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
