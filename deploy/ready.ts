// `node deploy/ready.ts PORT`: readiness of this container's process, for a container's health check. It needs no shell.
const WITHIN_MS = 2_000;

const answer = await fetch(`http://127.0.0.1:${process.argv[2]}/health/ready`, {
  signal: AbortSignal.timeout(WITHIN_MS),
}).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
