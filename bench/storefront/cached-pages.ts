// A page that is the same for everybody, beside a server that only knows its compressed bytes.
import { besideConstantBytes } from "../constant-bytes.ts";

const HEADERS = { "accept-encoding": "gzip", accept: "text/html", "accept-language": "en" };

export async function benchCachedPages(
  rounds: number,
  ours: { url: string; pid: number },
): Promise<Record<string, number>> {
  const url = new URL("/", ours.url).href;
  const { ratio, oursMicros, constantMicros } = await besideConstantBytes(rounds, { ...ours, url }, HEADERS);
  return {
    cachedPagesPerSecondOfConstant: ratio,
    cachedPageCpuMicros: oursMicros,
    constantCpuMicros: constantMicros,
  };
}
