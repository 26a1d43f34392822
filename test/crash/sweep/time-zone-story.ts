// An owner changes the time zone of the organization's reports, twice at once and once more, while tickets are sold.
import { actorOf, type Cast } from "./cast.ts";

const SET = `mutation ($input: OrganizationTimeZoneInput!) { setOrganizationTimeZone(input: $input) { __typename ... on Organization { id } } }`;
/** Its day is never that of the others: 25 hours lie between the clocks of the first two. */
const [FIRST, SECOND, LAST] = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"];

export async function changeTimeZone(cast: Cast, purchase: () => Promise<string>): Promise<void> {
  const { show, history } = cast.world;
  const owner = actorOf(cast, show.owner);
  const set = (timeZone: string) =>
    owner.certain({
      operation: "time zone",
      query: SET,
      field: "setOrganizationTimeZone",
      input: { organizationId: show.organizationId, timeZone },
      key: timeZone,
      hasNoKey: true,
    });
  await Promise.all([set(FIRST), set(SECOND)]);
  const [, answer] = await Promise.all([purchase(), set(LAST)]);
  if (answer?.__typename === "Organization") history.timeZone = LAST;
}
