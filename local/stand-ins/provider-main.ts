import { logLevel, port, readEnvironment } from "../../platform/core/config.ts";
import { runProcess } from "../../platform/core/process.ts";
import { z } from "zod";
import { startProvider } from "./provider.ts";

await runProcess(async () => {
  const env = readEnvironment(process.env, {
    HOST: z.string().default("127.0.0.1"),
    PROVIDER_PORT: port,
    PROVIDER_DATA_DIR: z.string("is missing"),
    PAYMENTS_PROVIDER_SECRET: z.string("is missing"),
    PAYMENTS_PROVIDER_SECRET_ALSO: z.string().optional(),
    PAYMENTS_URL: z.string("is missing"),
    LOG_LEVEL: logLevel,
  });
  const also = env.PAYMENTS_PROVIDER_SECRET_ALSO;
  return startProvider({
    host: env.HOST,
    port: env.PROVIDER_PORT,
    dir: env.PROVIDER_DATA_DIR,
    secrets: [env.PAYMENTS_PROVIDER_SECRET, ...(also === undefined ? [] : [also])],
    webhookUrl: new URL("/webhooks/payments", env.PAYMENTS_URL).href,
    logLevel: env.LOG_LEVEL,
  });
});
