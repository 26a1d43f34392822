import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Worker } from "node:worker_threads";
import { until } from "../../../testkit/until.ts";
import { PasswordTooWeak } from "../errors.ts";
import { createNewPasswords } from "./new-passwords.ts";

const ada = { email: "ada.lovelace@analytical.example", displayName: "Augusta Ada King" };
const passwords = createNewPasswords();
afterAll(passwords.stop);
const check = (password: string) => passwords.check(password, ada, "ada");

test.each([
  "password123",
  "Password1!",
  "PASSWORD1",
  "P@ssw0rd2024!",
  "qwerty123456",
  "aaaaaaaa",
  "abababab",
  "!!!!!!!!",
  "summer2026",
  "Summer 2026!",
  "2026summer",
  "Geburtstag1975",
  "motdepasse1",
  "contraseña2024",
  "boxoffice",
  "BoxOffice2026",
  "monkey monkey",
  "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44", // full-width letters
  "Ada.Lovelace@Analytical.example",
  "ada.lovelace",
  "adalovelace1815",
  "LOVELACE1815!",
  "Augusta Ada King",
  "King Ada Augusta",
  "analytical1",
  "short",
  "x".repeat(1_025),
  "p4$$w0rd".repeat(16),
])("the password %p is too weak", async (password) => {
  await expect(check(password)).rejects.toThrow(PasswordTooWeak);
});

test.each([
  "correct horse battery",
  "another good one",
  "über-Ångström-mañana",
  "the king of analytical ada",
  "hund katze maus",
  "xK9#mP2qR",
  "パスワード合言葉です",
])("the password %p is taken", async (password) => {
  await expect(check(password)).resolves.toBeUndefined();
});

test.each([
  ["short", "fewer than 8 characters"],
  ["x".repeat(1_025), "more than 1024 bytes"],
  ["Password1!", "similar to a commonly used password"],
  ["Augusta Ada King", "personal or page related data"],
  ["qwertyuiop", "common"],
])("the refusal of %p says what to change", async (password, reason) => {
  await expect(check(password)).rejects.toThrow(reason);
});

test("the longest passwords are judged without delaying the event loop", async () => {
  await check("correct horse battery");
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const { user } = process.threadCpuUsage();
  await Promise.all(Array.from({ length: 4 }, (_, index) => check(`4@$!1|0oO5S7t${index}`.repeat(73))));
  delay.disable();
  // Judging them takes the thread hundreds of milliseconds; this thread only waits.
  expect(process.threadCpuUsage().user - user).toBeLessThan(100_000);
});

test("the dictionaries are released when no password is judged for a while, and loaded again", async () => {
  let [started, running] = [0, 0];
  const count = (worker: Worker) => {
    started++;
    running++;
    worker.once("exit", () => running--);
  };
  process.on("worker", count);
  const idle = createNewPasswords(undefined, { idleMs: 50 });
  for (let round = 1; round <= 2; round++) {
    await idle.check("correct horse battery", ada, "ada");
    await until(() => started === round && running === 0, "the thread has ended");
  }
  await idle.stop();
  process.off("worker", count);
});
