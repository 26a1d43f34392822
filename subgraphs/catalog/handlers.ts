// What catalog does when others tell it something.
import { on } from "../../platform/consumer.ts";
import { rows, sql } from "../../platform/sql.ts";
import { OrganizationCreated } from "../../schema/messages/users.ts";

export const reactions = [
  // A member's right comes with the viewer; this is only to tell an organization that is none from one that is not yours.
  on(
    OrganizationCreated,
    async (tx, { organizationId }) =>
      void (await rows(tx, sql`insert into organization (id) values (${organizationId}) on conflict do nothing`)),
  ),
];
