// Invitations are mailed, and say nothing that a person wrote.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { ask, lettersTo, mail, noMailWaits, signUp, startUsers, stopUsers, users, type Account } from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => mail.refuse(null));

const ORGANIZATION = "Evil organization http://evil.example";

async function founder(): Promise<{ owner: Account; organizationId: string }> {
  const owner = await signUp();
  const made = await ask(
    owner,
    `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ... on Organization { id } } }`,
    { input: { name: ORGANIZATION, idempotencyKey: randomUUID() } },
  );
  return { owner, organizationId: made.id };
}

const asOwner = async (owner: Account, organizationId: string, query: string, variables: Data): Promise<Data> => {
  const { data, errors } = await users.as({ ...owner, memberships: { [organizationId]: "OWNER" } }, query, variables);
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return data.result;
};

const invite = (owner: Account, organizationId: string, email: string, idempotencyKey: string = randomUUID()) =>
  asOwner(
    owner,
    organizationId,
    `mutation ($input: InviteMemberInput!) { result: inviteMember(input: $input) { __typename ... on Invitation { id token } } }`,
    { input: { organizationId, email, role: "SCANNER", idempotencyKey } },
  );
const address = () => `${randomUUID()}@counts.example`;

test("an invitation is mailed once, in the invited person's language, and its code joins the organization", async () => {
  const { owner, organizationId } = await founder();
  const email = address();
  const bob = await signUp(email, { locale: "de" });
  await noMailWaits();
  const before = (await lettersTo(email)).length;
  await invite(owner, organizationId, email, "same");
  const { token } = await invite(owner, organizationId, email, "same");
  await noMailWaits();
  const letters = (await lettersTo(email)).slice(before);
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ subject: "Sie sind in eine Organisation eingeladen" });
  expect(letters[0]!.text).toContain(token);
  expect(`${letters[0]!.text} ${letters[0]!.html}`).not.toContain("evil");
  const joined = await ask(
    bob,
    `mutation ($token: String!) { result: acceptInvitation(token: $token) { ... on Organization { id } } }`,
    { token },
  );
  expect(joined).toEqual({ id: organizationId });
});

test("an invitation that is revoked before its mail is sent is not mailed", async () => {
  const { owner, organizationId } = await founder();
  const email = address();
  mail.refuse(451);
  const { id } = await invite(owner, organizationId, email);
  await asOwner(
    owner,
    organizationId,
    `mutation ($id: ID!) { result: revokeInvitation(invitationId: $id) { __typename } }`,
    { id },
  );
  mail.refuse(null);
  await noMailWaits();
  expect(await lettersTo(email)).toEqual([]);
});

test("an address is sent ten invitations a day; one more is refused, and not created", async () => {
  const { owner, organizationId } = await founder();
  const email = address();
  for (let mails = 0; mails < 10; mails++) await invite(owner, organizationId, email);
  await expect(invite(owner, organizationId, email)).rejects.toThrow(/RATE_LIMITED/);
  const { organization } = {
    organization: await asOwner(
      owner,
      organizationId,
      `query ($id: ID!) { result: organization(id: $id) { invitations { id } } }`,
      { id: organizationId },
    ),
  };
  expect(organization.invitations).toHaveLength(10);
});
