// The whole system with its storefront, and Chromium in front of it.
import type { Client } from "../local/client.ts";
import { openBrowser, type StorefrontBrowser } from "../testkit/storefront-browser.ts";
import { KNOWN_DOCUMENTS, startTestStorefront } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

export interface Shop {
  supergraph: TestSupergraph;
  browser: StorefrontBrowser;
  /** Of the storefront. */
  url: string;
  connect: (token?: string) => Client;
  stop(): Promise<void>;
}

/** @param smtpUrl where letters go; absent: nowhere */
export async function openShop(smtpUrl = "smtp://127.0.0.1:9"): Promise<Shop> {
  const supergraph = await startSupergraph({ SMTP_URL: smtpUrl, ...KNOWN_DOCUMENTS });
  const storefront = await startTestStorefront(supergraph.url);
  const browser = await openBrowser(storefront.url);
  return {
    ...{ supergraph, browser, url: storefront.url, connect: (token) => supergraph.client(token) },
    stop: async () => {
      await browser.close();
      await storefront.stop();
      await supergraph.stop();
    },
  };
}
