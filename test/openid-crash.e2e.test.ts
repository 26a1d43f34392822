// The OpenID provider in real processes: a killed one loses nothing, and the library behind it has nothing to complain about.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as client from "openid-client";
import { connectClient } from "../local/client.ts";
import { createOrganization, signUp } from "../local/fixtures.ts";
import { withSystem } from "../testkit/temporary-system.ts";
import { allow, CALLBACK, discover, exchange, personIn, requestOf, type App, type Reached } from "./openid.ts";

async function newApp({ client: connect }: Reached): Promise<App> {
  const owner = await signUp(connect);
  const organizationId = await createOrganization(owner.client);
  const again = connect(owner.client.token);
  const { createApp } = await again.ask(
    `mutation ($input: CreateAppInput!) { createApp(input: $input) { ... on App { id secret } ... on Error { message } } }`,
    { input: { organizationId, name: "Calendar", redirectUris: [CALLBACK], idempotencyKey: organizationId } },
  );
  return createApp as App;
}

test("users is killed between the question, the code and the token, and nothing is lost; no warning is printed", async () => {
  await withSystem({}, async (system) => {
    const clients: ReturnType<typeof connectClient>[] = [];
    const reached: Reached = {
      url: system.url,
      env: system.env,
      client: (token) => {
        const one = connectClient(system.url, token);
        clients.push(one);
        return one;
      },
    };
    const config = await discover(reached, await newApp(reached));
    const { browser, id } = await personIn(reached);
    const request = await requestOf(config, { scope: "openid profile offline_access", prompt: "consent" });
    const page = await browser.open(`${request.url.pathname}${request.url.search}`);
    await system.restart("users");
    const { url } = await browser.submit(page, { answer: "allow" });
    await system.restart("users");
    const tokens = await exchange(config, request, url);
    expect(tokens.claims()).toMatchObject({ sub: id });
    await system.restart("users");
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token!);
    const quiet = await requestOf(config, { prompt: "none", scope: "openid profile" });
    const { url: back } = await allow(browser, quiet.url);
    expect((await exchange(config, quiet, back)).claims()).toMatchObject({ sub: id });
    expect(renewed.token_type).toBe("bearer");
    await Promise.all(clients.map((one) => one.close()));
    expect(printed(system.dataDir)).not.toMatch(/oidc-provider (NOTICE|WARNING)/);
  });
});

function printed(dataDir: string): string {
  const files = readdirSync(dataDir, { recursive: true, encoding: "utf8" }).filter((file) =>
    /users.*\.log$/.test(file),
  );
  expect(files).not.toEqual([]);
  return files.map((file) => readFileSync(path.join(dataDir, file), "utf8")).join("\n");
}
