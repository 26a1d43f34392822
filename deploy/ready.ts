// `node deploy/ready.ts PORT`: whether the process of this container can be used, as a container's health check asks. It needs no shell.
const WITHIN_MS = 2_000;

const answer = await fetch(`http://127.0.0.1:${process.argv[2]}/health/ready`, {
  signal: AbortSignal.timeout(WITHIN_MS),
}).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
