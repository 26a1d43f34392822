// Chromium as the system's package manager has it, without windows.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** The shell has no windows at all, and takes three quarters of the CPU. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
/** For whatever a page is waited for: a busy machine takes its time. */
export const PATIENCE_MS = 180_000;

/** @throws Error with what to install */
export async function launchChromium(...more: string[]): Promise<Browser> {
  const executablePath = PLACES.find(existsSync);
  if (!executablePath) throw new Error("These tests need Chromium: install your system's package `chromium`.");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...more] });
}
