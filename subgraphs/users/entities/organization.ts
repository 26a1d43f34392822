import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { OrganizationStatus } from "../schema.generated.ts";

export const OrganizationEntity = defineEntity({
  name: "Organization",
  tableName: "organization",
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    /** Depends on its owners alone; `statusOf` adds the suspension. */
    status: p.text().$type<Exclude<OrganizationStatus, "SUSPENDED">>(),
    createdAt: p.datetime(),
    suspendedAt: p.datetime().nullable(),
    suspensionReason: p.text().nullable(),
  },
});

export type Organization = InferEntity<typeof OrganizationEntity>;

/** As members see it. */
export function statusOf({ status, suspendedAt }: Organization): OrganizationStatus {
  return suspendedAt !== null && status !== "CLOSED" ? "SUSPENDED" : status;
}
