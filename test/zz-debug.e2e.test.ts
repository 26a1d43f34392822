import { discover, personIn, register, requestOf, startWithApps, issuerOf } from "./openid.ts";
test("debug", async () => {
  const supergraph = await startWithApps();
  try {
    console.log(await (await fetch(`${issuerOf(supergraph)}/.well-known/openid-configuration`)).text());
    console.log(await (await fetch(`${issuerOf(supergraph)}/jwks`)).text());
    const config = await discover(supergraph, await register(supergraph));
    const { browser } = await personIn(supergraph);
    const { url } = await requestOf(config);
    let at = `${url.pathname}${url.search}`;
    for (let i = 0; i < 6; i++) {
      const r = await browser.send(at);
      const l = r.headers.get("location");
      console.log(at, r.status, l, r.headers.getSetCookie(), (await r.text()).slice(0, 1500));
      if (!l) break;
      at = l;
    }
  } finally {
    await supergraph.stop();
  }
});
