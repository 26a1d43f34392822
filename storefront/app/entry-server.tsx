// The views for the storefront's process.
import { renderToString } from "react-dom/server";
import type { Render, SentPage } from "../page-data.ts";
import { createFormat } from "./format.ts";
import { PageView } from "./page-view.tsx";
import { languages, textsOf, views, type ViewModule } from "./views.ts";
import type { Texts } from "./texts/en.ts";

const texts: Record<string, Texts> = {};
for (const locale of Object.keys(languages)) texts[locale] = await textsOf(locale);
const modules: Record<string, ViewModule<never>> = {};
for (const [name, load] of Object.entries(views)) modules[name] = (await load()) as ViewModule<never>;

export const render: Render = (sent: SentPage) => {
  const module = modules[sent.view]!;
  const [own, format] = [texts[sent.locale]!, createFormat(sent.locale)];
  const app = { locale: sent.locale, texts: own, format, path: sent.path, isPending: false, stripeKey: sent.stripeKey };
  const name = module.title(sent.data as never, own, format);
  return {
    title: `${name} · ${own.brand}`,
    body: renderToString(<PageView app={app} page={{ sent, module, number: 0 }} />),
  };
};
