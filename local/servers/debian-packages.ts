// Downloads Debian packages without root into a folder of the project, for machines without these packages.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/** The program of that name that a shell would find. */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

/**
 * Unpacks packages below `cache`/root; of a list of names the first that there is.
 * @returns false where apt is missing or does not have one of them
 */
export function fetchDebianPackages(cache: string, packages: (string | string[])[]): boolean {
  if (!onPath("apt-get") || !onPath("dpkg")) return false;
  const state = path.join(path.dirname(cache), "apt");
  const debs = path.join(cache, "debs");
  rmSync(cache, { recursive: true, force: true });
  for (const folder of [path.join(state, "lists/partial"), path.join(state, "archives/partial"), debs])
    mkdirSync(folder, { recursive: true });
  const options = [
    `Dir::State::Lists=${state}/lists`,
    `Dir::Cache=${state}`,
    "APT::Sandbox::User=",
    "Debug::NoLocking=1",
  ];
  const apt = (...args: string[]) =>
    spawnSync("apt-get", [...options.flatMap((option) => ["-o", option]), "-qq", ...args], {
      cwd: debs,
      stdio: "ignore",
    }).status === 0;
  const download = () => packages.every((names) => [names].flat().some((name) => apt("download", name)));
  if (!download() && !(apt("update") && download())) return false;
  for (const deb of readdirSync(debs)) execFileSync("dpkg", ["-x", path.join(debs, deb), path.join(cache, "root")]);
  return true;
}
