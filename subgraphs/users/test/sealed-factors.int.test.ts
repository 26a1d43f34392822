// Secrets of second factors are sealed with the secret of the subgraph, and follow its change.
import { PASSWORD, startUsers, stopUsers, users } from "./accounts.ts";
import { codeOf, protect } from "./factors.ts";

beforeAll(startUsers);
afterAll(stopUsers);

test("the secret of an authenticator app is resealed after a change of the subgraph's secret", async () => {
  const ada = await protect();
  const next = "the-next-secret-of-the-users-subgraph";
  await users.replicate({ USERS_SECRET: next, USERS_SECRET_ALSO: users.env.USERS_SECRET! });
  const { url } = await users.replicate({ USERS_SECRET: next, USERS_SECRET_ALSO: "" });
  const asked = await users.as(
    null,
    `mutation ($input: SignInInput!) { result: signIn(input: $input) { ... on SecondFactorRequired { challenge } } }`,
    { input: { email: ada.email, password: PASSWORD } },
    { url },
  );
  const { challenge } = asked.data.result;
  const done = await users.as(
    null,
    `mutation ($input: SecondFactorInput!) { result: secondFactor(input: $input) { __typename } }`,
    { input: { challenge, totp: await codeOf(ada.secret) } },
    { url },
  );
  expect(done.data.result).toEqual({ __typename: "Session" });
});
