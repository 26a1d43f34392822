import { readEnvironment } from "../../platform/core/config.ts";
import { runProcess } from "../../platform/core/process.ts";
import { providerVariables } from "./config.ts";
import { startProvider } from "./provider.ts";

await runProcess(async () => {
  const env = readEnvironment(process.env, providerVariables);
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
