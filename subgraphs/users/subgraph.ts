import { readFileSync } from "node:fs";
import type { Database } from "../../platform/postgres/database.ts";
import type { ChangeNotifier } from "../../platform/redis/pubsub.ts";
import { createMailer } from "../../platform/mail.ts";
import { sendJson, type Route } from "../../platform/http/http.ts";
import type { Metrics } from "../../platform/http/metrics.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { consumersOf, SESSIONS_TOPIC } from "../../schema/redis-access.ts";
import { createPersonalDataClients } from "./clients/personal-data.ts";
import { keptExports } from "./commands/data-exports.ts";
import { createExportSeal } from "./credentials/export-seal.ts";
import { auditExportRoute } from "./workflows/audit-export.ts";
import { exportRoute } from "./workflows/export-archive.ts";
import { normalizeEmailKeys } from "./commands/accounts.ts";
import { noteStaff } from "./commands/elevation.ts";
import { keptMachines } from "./commands/machines.ts";
import { endViewsWithoutRight, keptViews } from "./commands/support-views.ts";
import { keptSessions } from "./commands/sessions.ts";
import { resealTotp } from "./commands/totp.ts";
import type { UsersConfig } from "./config.ts";
import { entities } from "./entities/tables.ts";
import { createHandlers } from "./handlers.ts";
import { createJobs, createRecurring } from "./jobs.ts";
import { personalData } from "./personal-data.ts";
import { createLoaders } from "./queries/loaders.ts";
import { users } from "./migrations/001-users.ts";
import { emailCodes } from "./migrations/002-email-codes.ts";
import { memberships } from "./migrations/003-memberships.ts";
import { passwordTries } from "./migrations/004-password-tries.ts";
import { suspendedOrganizations } from "./migrations/005-suspended-organizations.ts";
import { interventions } from "./migrations/006-interventions.ts";
import { lists } from "./migrations/007-lists.ts";
import { viewerChanges } from "./migrations/014-viewer-changes.ts";
import { anonymousCodes } from "./migrations/015-anonymous-codes.ts";
import { sessionOrigins } from "./migrations/016-session-origins.ts";
import { securityAlerts } from "./migrations/017-security-alerts.ts";
import { secondFactors } from "./migrations/018-second-factors.ts";
import { passkeys } from "./migrations/021-passkeys.ts";
import { createProviderClient } from "./credentials/provider-client.ts";
import { createExternalSignIns } from "./workflows/external-sign-in.ts";
import { createNewPasswords } from "./credentials/new-passwords.ts";
import { dataExports } from "./migrations/022-data-exports.ts";
import { machines } from "./migrations/029-machines.ts";
import { limitedSessions } from "./migrations/023-limited-sessions.ts";
import { identities } from "./migrations/025-identities.ts";
import { openid } from "./migrations/024-openid.ts";
import { guests } from "./migrations/026-guests.ts";
import { erasures } from "./migrations/019-erasures.ts";
import { supportViews } from "./migrations/028-support-views.ts";
import { organizationContacts } from "./migrations/030-organization-contacts.ts";
import { timeZones } from "./migrations/031-time-zones.ts";
import { auditLog } from "./migrations/027-audit-log.ts";
import { countIncompleteErasures } from "./queries/erasures.ts";
import { keptViewerChanges } from "./queries/viewer-changes.ts";
import { createResolvers } from "./graphql/resolvers.ts";
import { keptRecords } from "./commands/openid-records.ts";
import { createOpenId, type OpenId } from "./workflows/openid/provider.ts";
import { keepOwnApps } from "./commands/apps.ts";
import { openIdRoutes } from "./workflows/openid/routes.ts";
import { eraseAgain } from "./workflows/erased-list.ts";
import { createTokens, type Tokens } from "./credentials/tokens.ts";

const migrations = [
  users,
  emailCodes,
  memberships,
  passwordTries,
  suspendedOrganizations,
  interventions,
  ...lists,
  viewerChanges,
  anonymousCodes,
  sessionOrigins,
  securityAlerts,
  secondFactors,
  passkeys,
  erasures,
  dataExports,
  limitedSessions,
  openid,
  identities,
  guests,
  auditLog,
  supportViews,
  machines,
  organizationContacts,
  timeZones,
];

const counters = {
  user_registrations_total: { help: "Accounts made" },
  user_logins_total: { help: "Sign-ins by outcome", labels: ["outcome"] },
  external_sign_ins_total: { help: "Answers of identity providers by outcome", labels: ["provider", "outcome"] },
};

/** Callers of internal fields. */
const INTERNAL = {
  ...{ sessionViewers: ["gateway"], viewerChanges: ["gateway"] },
  ...{ mailContact: ["orders"], mailContacts: ["orders"], letterhead: ["orders"], peopleByEmail: ["orders"] },
};

export function createUsers(config: UsersConfig): Subgraph {
  let opened: Database | undefined;
  let notifying: ChangeNotifier | undefined;
  let openId: OpenId | null = null;
  const database = () => {
    if (!opened) throw new Error("The subgraph has not started yet.");
    return opened;
  };
  const tokens = createTokens(database, config);
  const newPasswords = createNewPasswords(config.breachedFile);
  const logger = createLogger("users", config.logLevel);
  const externalSignIns = createExternalSignIns(
    config.identityProviders.map((provider) => createProviderClient(provider, config.publicUrl!, logger)),
  );
  const exportSeal = createExportSeal(config);
  const others = createPersonalDataClients(config.signer, config.urls);
  const mailer = config.mail && createMailer(config.mail);
  const verification = { sendsMail: config.mail !== null, verifiedDomains: config.verifiedDomains };
  return {
    name: "users",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers({ config, tokens, newPasswords, externalSignIns }),
    entities,
    personalData,
    migrations,
    createLoaders,
    handlers: createHandlers({ trustedKeys: config.trustedKeys, tokens, verification }),
    consumers: consumersOf("users"),
    jobs: createJobs({
      post: mailer && { mailer, tokens, verification, publicUrl: config.publicUrl },
      archiveDir: config.archiveDir,
      readers: others.readers,
      exportSeal,
      verification,
      publicUrl: config.publicUrl,
      openId: () => openId,
    }),
    internal: INTERNAL,
    gatewayInvalidations: [SESSIONS_TOPIC],
    counters,
    prepare: async (prepared) => {
      opened = prepared.database;
      notifying = prepared.notifier;
      await prepare(prepared, config, tokens);
    },
    keptRows: [keptSessions, keptViews, keptViewerChanges, keptExports, keptRecords, ...keptMachines],
    recurring: createRecurring(tokens, config.keyDays),
    routes: (own, logger, callerOf) => {
      const { publicUrl, formerPublicUrls, sessionDays } = config;
      const parts = { database: own, notifier: notifying!, tokens, verification, logger };
      openId = publicUrl === null ? null : createOpenId({ ...parts, publicUrl, formerPublicUrls, sessionDays });
      return [
        auditExportRoute(own, callerOf),
        exportRoute(own, callerOf, exportSeal),
        jwksRoute(tokens),
        ...openIdRoutes(openId, own, callerOf),
      ];
    },
    stop: async () => {
      await newPasswords.stop();
      mailer?.stop();
      await others.stop();
    },
  };
}

interface Prepared {
  database: Database;
  notifier: ChangeNotifier;
  metrics: Metrics;
}

/** Makes the keys, and brings what is stored in line with the configuration and the list of erased accounts. */
async function prepare({ database, notifier, metrics }: Prepared, config: UsersConfig, tokens: Tokens): Promise<void> {
  const help = "Erasures that lack a receipt of a subgraph after 24 hours";
  metrics.sampled("erasures_incomplete", help, [], async () => [{ value: await countIncompleteErasures(database) }]);
  await tokens.keys.ensure();
  await database.transaction(normalizeEmailKeys);
  const { publicUrl } = config;
  if (publicUrl !== null) await database.transaction((tx) => keepOwnApps(tx, publicUrl));
  await database.transaction((tx) => noteStaff(tx, config.platformStaff));
  await database.transaction((tx) => endViewsWithoutRight(tx, config.platformStaff));
  if (config.otherSecret !== undefined) await resealTotp(database, tokens);
  const { signer, trustedKeys, archiveDir } = config;
  if (archiveDir !== undefined)
    await eraseAgain(database, { tokens, notifier, signer, trustedKeys, sendsMail: false }, archiveDir);
}

const jwksRoute = (tokens: Tokens): Route => ({
  method: "GET",
  path: "/.well-known/jwks.json",
  handle: async (_, response) => {
    response.setHeader("cache-control", "public, max-age=60");
    sendJson(response, 200, await tokens.keys.jwks());
  },
});
