// Health checks of a process: liveness, and readiness of its dependencies. `/health/ready` answers 503 while a dependency is down, and
// names it. A caller may exclude dependencies by name, as in Kubernetes' `/readyz?exclude=…`. Source:
// https://kubernetes.io/docs/reference/using-api/health-checks/
import { READY, sendJson, type Route } from "./http.ts";
import { withTimeout } from "../core/timeout.ts";

const NEEDS = ["database", "migrations", "redis", "consumer", "relay", "jobs"] as const;
/** `consumer`: messages of others are handled; `relay`: own messages are published; `jobs`: due work is done. */
type Need = (typeof NEEDS)[number];
type Look = () => unknown;
/** Dependencies of this process with their checks: a check that returns false, fails or times out makes the process unready. */
type Needs = Partial<Record<Need, Look>>;

/** For load balancers. They exclude Redis: otherwise its outage would take all processes out of service. */
export const READY_FOR_REQUESTS = `${READY}?exclude=redis&exclude=consumer`;

/** Excluded together with `consumer`, so that the same probe works for processes of the previous version, which only have that name. */
const IN_BACKGROUND = ["relay", "jobs"];

const LOOK_WITHIN_MS = 2_500;

async function isThere(look: Look): Promise<boolean> {
  const looked = withTimeout(Promise.resolve().then(look), LOOK_WITHIN_MS);
  return looked.then((answer) => answer !== false).catch(() => false);
}

/** @param more further states to report, without effect on readiness */
export function healthRoutes(needs: Needs = {}, more: () => Record<string, boolean> = () => ({})): Route[] {
  const alive: Route["handle"] = (_, response) => sendJson(response, 200, { status: "ok" });
  const ready: Route["handle"] = async (_, response, url) => {
    const excluded = url.searchParams.getAll("exclude");
    const unknown = excluded.find((name) => !NEEDS.some((need) => need === name));
    if (unknown !== undefined)
      return sendJson(response, 400, { error: `Unknown dependency "${unknown}": exclude any of ${NEEDS.join(", ")}.` });
    const found = await Promise.all(
      Object.entries(needs).map(async ([name, look]) => [name, await isThere(look)] as const),
    );
    const isExcluded = (name: string) =>
      excluded.includes(name) || (excluded.includes("consumer") && IN_BACKGROUND.includes(name));
    const isReady = found.every(([name, there]) => there || isExcluded(name));
    sendJson(response, isReady ? 200 : 503, {
      status: isReady ? "ok" : "unavailable",
      ...Object.fromEntries(found),
      ...more(),
    });
  };
  return [
    { method: "GET", path: "/health", handle: alive },
    { method: "GET", path: "/health/live", handle: alive },
    { method: "GET", path: READY, handle: ready },
  ];
}
