// Scanner devices by the device flow (RFC 8628): a manager chooses organization and events, and the device gets tokens of its own.
import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import * as client from "openid-client";
import { createOrganization, openShow, PASSWORD, setMember, type Show } from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser, type Browser, type Shown } from "./browser-without-script.ts";
import { discover, pagesOf, personIn, register, signInAgain, startWithApps } from "./openid.ts";

const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

let supergraph: TestSupergraph;
let config: client.Configuration;
let show: Show;
let manager: Browser;
beforeAll(async () => {
  supergraph = await startWithApps();
  const app = await register(supergraph, { name: "Gate app", isPublic: true });
  const add = "update oauth_client set grant_types = grant_types || $2::text where id = $1";
  await supergraph.query("users", add, [app.id, DEVICE_CODE]);
  config = await discover(supergraph, app);
  show = await openShow(supergraph.client);
  manager = openBrowser(pagesOf(supergraph));
  await signInAgain(manager, show.owner);
});
afterAll(() => supergraph.stop());

const begin = () => client.initiateDeviceAuthorization(config, { scope: "gate:scan offline_access" });

async function tokensOf({ device_code }: { device_code: string }): Promise<client.TokenEndpointResponse> {
  await supergraph.query("users", "update oidc_record set polled_at = null where model = 'DeviceCode'");
  return client.genericGrantRequest(config, DEVICE_CODE, { device_code });
}

/** The page that names the device. */
const enter = async (browser: Browser, code: string): Promise<Shown> =>
  browser.submit(await browser.open("/account/device"), { code });

const connect = (browser: Browser, page: Shown, values: Record<string, string>) =>
  browser.submit(page, { answer: "allow", name: "Phone at the north gate", ...values });

const CHECK_IN = `mutation ($code: String!) { checkIn(code: $code) { __typename } }`;
const DEVICES = `query ($id: ID!) { organization(id: $id) { devices { id name gate eventIds createdBy { id } } } }`;

test("a manager connects a scanner for one event: its tokens are its own, and it can do nothing else", async () => {
  const asked = await begin();
  const page = await enter(manager, asked.user_code);
  expect(page.text).toContain("Gate app");
  expect(page.text).toContain("127.0.0.0/24");
  const done = await connect(manager, page, { gate: "North", events: "some", [`event-${show.eventId}`]: "on" });
  expect(done.text).toContain("The device is connected.");

  const tokens = await tokensOf(asked);
  const claims = decodeJwt(tokens.access_token);
  const { organization } = await show.owner.client.ask(DEVICES, { id: show.organizationId });
  const [device] = organization.devices;
  expect(device).toEqual({
    id: claims.sub,
    name: "Phone at the north gate",
    gate: "North",
    eventIds: [show.eventId],
    createdBy: { id: show.owner.id },
  });
  expect(claims.scope).toContain("gate:scan");
  const scanner = supergraph.client(tokens.access_token);
  expect(await scanner.ask(CHECK_IN, { code: "unknown" })).toEqual({ checkIn: { __typename: "NotFound" } });
  expect((await scanner.send("mutation { signOut }")).errors![0]!.extensions.code).toBe("FORBIDDEN");
  expect((await scanner.ask("{ me { id } }")).me).toBeNull();

  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token!);
  expect(decodeJwt(refreshed.access_token).sub).toBe(device.id);
  await show.owner.client.ask(`mutation ($id: ID!) { revokeDevice(id: $id) { __typename } }`, { id: device.id });
  const isRefused = async () => (await scanner.send(CHECK_IN, { code: "unknown" })).errors !== undefined;
  await until(isRefused, "the device is refused", 5_000);
  await expect(client.refreshTokenGrant(config, refreshed.refresh_token!)).rejects.toMatchObject({
    error: "invalid_grant",
  });
});

test("a person chooses among the organizations that they manage, and the log says who connected the device", async () => {
  const other = await createOrganization(show.owner.client);
  const asked = await begin();
  const choice = await enter(manager, asked.user_code);
  expect(choice.text).toContain('name="organizationId"');
  const page = await manager.submit(choice, { organizationId: other });
  const done = await connect(manager, page, { events: "all" });
  expect(done.text).toContain("The device is connected.");
  const { sub } = decodeJwt((await tokensOf(asked)).access_token);
  expect(
    await supergraph.query("users", "select actor from audit_entry where action = 'createDevice' and subject = $1", [
      sub,
    ]),
  ).toEqual([{ actor: show.owner.id }]);
});

test("who manages no organization connects no scanner, also not with a form of their own", async () => {
  const { browser, id } = await personIn(supergraph);
  const asked = await begin();
  const page = await enter(browser, asked.user_code);
  expect(page.text).toContain("You manage no organization");
  const values = { code: asked.user_code, answer: "allow", name: "Mine", organizationId: show.organizationId };
  const entry = await browser.open("/account/device");
  expect((await browser.submit(entry, values)).text).toContain("You manage no organization");
  await setMember(show.owner.client, show.organizationId, id, "BOX_OFFICE");
  expect((await browser.submit(entry, values)).text).toContain("You manage no organization");
});

test("an organization that the person does not manage is refused, and the others can be chosen", async () => {
  const asked = await begin();
  const page = await manager.submit(await enter(manager, asked.user_code), { organizationId: show.organizationId });
  for (const organizationId of [randomUUID(), "unknown"]) {
    const refused = await connect(manager, page, { organizationId });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('name="organizationId"')]);
  }
});

test("bad input is refused at its field, and nothing is connected", async () => {
  const asked = await begin();
  const page = await manager.submit(await enter(manager, asked.user_code), { organizationId: show.organizationId });
  const unnamed = await connect(manager, page, { name: " ", events: "all" });
  expect([unnamed.status, unnamed.text]).toEqual([400, expect.stringContaining('id="name-wrong"')]);
  const noEvent = await connect(manager, page, { events: "some" });
  expect([noEvent.status, noEvent.text]).toEqual([400, expect.stringContaining("Choose at least one event")]);
  const denied = await manager.submit(page, { answer: "deny" });
  expect(denied.text).toContain("The device was not connected.");
  await expect(tokensOf(asked)).rejects.toMatchObject({ error: "access_denied" });
});

test("of two answers at once one connects a device", async () => {
  const asked = await begin();
  const page = await manager.submit(await enter(manager, asked.user_code), { organizationId: show.organizationId });
  const name = randomUUID();
  const answers = await Promise.all([connect(manager, page, { name }), connect(manager, page, { name })]);
  expect(answers.filter(({ text }) => text.includes("The device is connected."))).toHaveLength(1);
  const { organization } = await show.owner.client.ask(DEVICES, { id: show.organizationId });
  expect(organization.devices.filter((device: { name: string }) => device.name === name)).toHaveLength(1);
});

test("a manager who signed in a while ago confirms who they are first, and comes back to the code", async () => {
  await supergraph.advance(11 * 60);
  const asked = await begin();
  const page = await manager.submit(await enter(manager, asked.user_code), { organizationId: show.organizationId });
  const confirm = await connect(manager, page, {});
  expect(confirm.text).toContain("Confirm that it is you");
  const back = await manager.submit(confirm, { password: PASSWORD });
  expect(back.forms.find(({ action }) => action === "/account/device")!.fields.code).toBe(asked.user_code);
  const again = await manager.submit(await manager.submit(back, {}), { organizationId: show.organizationId });
  expect((await connect(manager, again, {})).text).toContain("The device is connected.");
});
