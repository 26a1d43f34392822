// Variables of the stand-ins for payment provider and mail server.
import { z } from "zod";
import { host, logLevel, port } from "../../platform/core/config.ts";

export const providerVariables = {
  HOST: host,
  PROVIDER_PORT: port.describe("port of the test provider"),
  PROVIDER_DATA_DIR: z.string("is missing").describe("folder of the test provider's records"),
  PAYMENTS_PROVIDER_SECRET: z.string("is missing"),
  PAYMENTS_PROVIDER_SECRET_ALSO: z.string().optional(),
  PAYMENTS_URL: z.string("is missing"),
  LOG_LEVEL: logLevel,
};

export const mailCatcherVariables = {
  HOST: host,
  MAIL_PORT: port.describe("port of the mail catcher's page"),
  MAIL_SMTP_PORT: port.describe("port of the mail catcher's SMTP server"),
  MAIL_DATA_DIR: z.string("is missing").describe("folder of the last 500 mails"),
  LOG_LEVEL: logLevel,
};
