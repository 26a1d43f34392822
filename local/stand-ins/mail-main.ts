import { z } from "zod";
import { logLevel, port, readEnvironment } from "../../platform/core/config.ts";
import { runProcess } from "../../platform/core/process.ts";
import { startMailCatcher } from "./mail-catcher.ts";

await runProcess(async () => {
  const env = readEnvironment(process.env, {
    HOST: z.string().default("127.0.0.1"),
    MAIL_PORT: port,
    MAIL_SMTP_PORT: port,
    MAIL_DATA_DIR: z.string("is missing"),
    LOG_LEVEL: logLevel,
  });
  return startMailCatcher({
    host: env.HOST,
    smtpPort: env.MAIL_SMTP_PORT,
    webPort: env.MAIL_PORT,
    dir: env.MAIL_DATA_DIR,
    logLevel: env.LOG_LEVEL,
  });
});
