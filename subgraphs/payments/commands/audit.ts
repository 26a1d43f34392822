// Records actions of organizers and platform staff, in the transaction of the action. Users appends them to the audit log.
import { auditBy } from "../../../platform/audit/audited.ts";
import { Audited } from "../../../schema/messages/payments.ts";

export const audit = auditBy(Audited);
