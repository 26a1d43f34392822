// Resolvers of the audit log.
import { PLATFORM_CHAIN } from "../../../../platform/audit/chain.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { mayReadAudit } from "../../access.ts";
import { auditFilter } from "../../inputs.ts";
import { auditOf } from "../../queries/audit-log.ts";
import type { QueryPlatformAuditArgs, Resolvers } from "../../schema.generated.ts";
import { staff, type Context } from "../context.ts";

function entriesIn({ database }: Context, chain: string, { actor, action, ...page }: QueryPlatformAuditArgs) {
  return auditOf(database, chain, { ...page, ...parseInput(auditFilter, { actor, action }, "") });
}

export const auditResolvers = {
  Query: {
    platformAudit: (_, args, context) => {
      staff(context);
      return entriesIn(context, PLATFORM_CHAIN, args);
    },
  },
  Organization: {
    audit: ({ id }, args, context) => (mayReadAudit(context.viewer, id) ? entriesIn(context, id, args) : null),
  },
  AuditEntry: {
    detail: ({ detail }) => JSON.stringify(detail),
    previousHash: ({ prevHash }) => prevHash,
  },
} satisfies Resolvers<Context>;
