import { startSupergraph, type TestSupergraph } from "../dev/supergraph.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename ... on Session { accessToken refreshToken user { id email displayName } } ... on Error { message } } }`;

test("whoever signs up is signed in", async () => {
  const client = supergraph.client();
  const { signUp } = await client.ask(SIGN_UP, {
    input: { email: "ada@example.org", password: "correct horse", displayName: "Ada" },
  });
  expect(signUp.__typename).toBe("Session");
  client.token = signUp.accessToken;
  expect(await client.ask("{ me { displayName email memberships { role } } }")).toEqual({
    me: { displayName: "Ada", email: "ada@example.org", memberships: [] },
  });
});
