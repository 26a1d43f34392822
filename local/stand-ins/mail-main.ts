import { readEnvironment } from "../../platform/core/config.ts";
import { runProcess } from "../../platform/core/process.ts";
import { mailCatcherVariables } from "./config.ts";
import { startMailCatcher } from "./mail-catcher.ts";

await runProcess(async () => {
  const env = readEnvironment(process.env, mailCatcherVariables);
  return startMailCatcher({
    host: env.HOST,
    smtpPort: env.MAIL_SMTP_PORT,
    webPort: env.MAIL_PORT,
    dir: env.MAIL_DATA_DIR,
    logLevel: env.LOG_LEVEL,
  });
});
