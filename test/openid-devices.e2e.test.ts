// Devices without a browser (RFC 8628): a code on the device, and an answer in the browser of a person.
import * as client from "openid-client";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import { discover, personIn, register, startWithApps, type App } from "./openid.ts";

const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

let supergraph: TestSupergraph;
let app: App;
let config: client.Configuration;
beforeAll(async () => {
  supergraph = await startWithApps();
  app = await register(supergraph, { name: "Ticket printer", isPublic: true });
  await supergraph.query("users", "update oauth_client set grant_types = grant_types || $2::text where id = $1", [
    app.id,
    DEVICE_CODE,
  ]);
  config = await discover(supergraph, app);
});
afterAll(() => supergraph.stop());

const begin = (scope = "openid profile orders:read") => client.initiateDeviceAuthorization(config, { scope });
/** As after five seconds. */
const waited = () => supergraph.query("users", "update oidc_record set polled_at = null where model = 'DeviceCode'");

async function poll(deviceCode: string): Promise<string | client.TokenEndpointResponse> {
  try {
    return await client.genericGrantRequest(config, DEVICE_CODE, { device_code: deviceCode });
  } catch (error) {
    return (error as { error: string }).error;
  }
}

test("a device waits, is told to slow down, and gets tokens when the person has allowed it", async () => {
  const { browser, id } = await personIn(supergraph);
  const device = await begin();
  expect(device.user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  expect(device.verification_uri).toBe(new URL("/account/device", supergraph.env.PUBLIC_URL).href);
  expect(device).toMatchObject({ interval: 5, expires_in: 600 });
  expect(await poll(device.device_code)).toBe("authorization_pending");
  expect(await poll(device.device_code)).toBe("slow_down");
  const { pathname, search } = new URL(device.verification_uri_complete!);
  const entered = await browser.open(`${pathname}${search}`);
  expect(entered.forms.find(({ action }) => action === "/account/device")!.fields.code).toBe(device.user_code);
  const question = await browser.submit(entered, {});
  expect(question.text).toContain("Ticket printer");
  expect(question.text).toContain("127.0.0.0/24");
  expect(question.text).toContain("See your orders");
  expect(question.text).not.toContain("<script");
  const done = await browser.submit(question, { answer: "allow" });
  expect(done.text).toContain("The device is connected.");
  await waited();
  const tokens = (await poll(device.device_code)) as client.TokenEndpointResponse;
  expect((await supergraph.client(tokens.access_token).ask("{ me { id } }")).me.id).toBe(id);
  expect(await client.refreshTokenGrant(config, tokens.refresh_token!)).toMatchObject({ token_type: "bearer" });
  await waited();
  expect(await poll(device.device_code)).toBe("invalid_grant");
});

test("a person who does not allow it is believed, and an answered code is no longer good", async () => {
  const { browser } = await personIn(supergraph);
  const device = await begin();
  const question = await browser.submit(await browser.open("/account/device"), {
    code: device.user_code.toLowerCase(),
  });
  const done = await browser.submit(question, { answer: "deny" });
  expect(done.text).toContain("The device was not connected.");
  expect((await browser.submit(question, { answer: "allow" })).text).toContain("This code is wrong");
  expect(await poll(device.device_code)).toBe("access_denied");
});

test("a code that has run out is refused to the person and to the device", async () => {
  const { browser } = await personIn(supergraph);
  const device = await begin();
  await supergraph.query(
    "users",
    `update oidc_record set expires_at = now() - interval '1 minute',
       payload = payload || jsonb_build_object('exp', extract(epoch from now())::int - 60) where model = 'DeviceCode'`,
  );
  const page = await browser.submit(await browser.open("/account/device"), { code: device.user_code });
  expect(page.text).toContain("This code is wrong, was used, or is older than ten minutes.");
  expect(await poll(device.device_code)).toBe("expired_token");
});

test("five codes a minute are looked up for a network", async () => {
  await supergraph.query("users", "delete from password_try");
  const { browser } = await personIn(supergraph);
  for (let n = 0; n < 5; n++) {
    const page = await browser.submit(await browser.open("/account/device"), { code: "BCDF-GHJK" });
    expect([n, page.status]).toEqual([n, 400]);
  }
  const { user_code: code } = await begin();
  const page = await browser.submit(await browser.open("/account/device"), { code });
  expect(page.status).toBe(429);
  expect(page.text).toMatch(/Too many codes. Please try again in \d+ seconds\./);
});

test("an app without the device flow gets no code, and the library's own pages are not there", async () => {
  const other = await discover(supergraph, await register(supergraph, { isPublic: true }));
  await expect(client.initiateDeviceAuthorization(other, { scope: "openid" })).rejects.toMatchObject({
    error: "invalid_request",
  });
  for (const path of ["/oidc/device", "/oidc/device/x"])
    expect((await fetch(new URL(path, supergraph.env.PUBLIC_URL))).status).toBe(404);
});
