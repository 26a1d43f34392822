// Sign-in through the gateway, and waiting until a token is refused.
import type { Data } from "../local/client.ts";
import type { TestSupergraph } from "../testkit/supergraph.ts";

export const SESSION = `__typename ... on Session { accessToken refreshToken user { id displayName email } } ... on Error { message }`;

export async function signIn(supergraph: TestSupergraph, email: string, password: string): Promise<Data> {
  const { signIn: answer } = await supergraph
    .client()
    .ask(`mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`, { input: { email, password } });
  return answer;
}

/** Waits until a token is refused. */
export async function untilRefused(supergraph: TestSupergraph, token: string): Promise<number> {
  const begun = Date.now();
  for (;;) {
    const answer = await supergraph.client(token).send("{ me { id } }");
    if (answer.status === 401) return Date.now() - begun;
    if (Date.now() - begun > 6_000) throw new Error("The token still works after 6 seconds.");
  }
}
