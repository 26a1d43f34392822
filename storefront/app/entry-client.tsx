// Takes over the page that the server rendered. From then on the script fetches the data of pages, and renders them here.
import { useEffect, useMemo, useRef, useState, useTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import type { SentPage } from "../page-data.ts";
import type { App } from "./app-context.ts";
import { askPage, type Answer } from "./ask-page.ts";
import { createFormat } from "./format.ts";
import { allowStripeScripts, hasStripe } from "./hold/stripe.ts";
import { isPage } from "./links.tsx";
import { PageView, type ShownPage } from "./page-view.tsx";
import type { Texts } from "./texts/en.ts";
import { useKeptPage } from "./use-kept-page.ts";
import { textsOf, views, type ViewModule } from "./views.ts";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/controls.css";
import "./styles/events.css";
import "./styles/event.css";
import "./styles/paying.css";
import "./styles/tickets.css";
import "./styles/seats.css";
import "./styles/map.css";
import "./styles/screens.css";
import "./styles/prices.css";
import "./styles/queues.css";
import "./styles/waitlists.css";

let pages = 0;

async function shown(sent: SentPage): Promise<ShownPage> {
  const module = (await views[sent.view]()) as ViewModule<never>;
  return { sent, module, number: (pages += 1) };
}

/** After a move, or when the element with the focus is gone, people who use a keyboard or a screen reader begin at the top of the page. */
function begin(isSamePage: boolean): void {
  const problem = document.querySelector<HTMLElement>("#content [role=alert]");
  if (problem) return problem.focus();
  if (isSamePage && document.activeElement !== document.body) return;
  if (!isSamePage) window.scrollTo(0, 0);
  document.getElementById("content")?.focus({ preventScroll: true });
}

function Pages({ first, texts }: { first: ShownPage; texts: Texts }) {
  const [page, setPage] = useState(first);
  const [isOffline, setOffline] = useState(false);
  const [isMoving, startMove] = useTransition();
  const { locale, path, stripeKey } = page.sent;
  const format = useMemo(() => createFormat(locale), [locale]);

  const { go, submit, take } = useMemo(() => {
    const move = (to: string, form?: URLSearchParams, isBack = false) => {
      startMove(async () => {
        try {
          await take(await askPage(to, form), form !== undefined, isBack);
        } catch {
          setOffline(true);
        }
      });
    };
    /** Shows the page of an answer, or moves to where it leads. */
    const take = async (answer: Answer, isOfForm = false, isBack = false): Promise<void> => {
      setOffline(false);
      if ("to" in answer) return isPage(answer.to) ? move(answer.to) : location.assign(answer.to);
      // Each of the two has a content security policy of its own.
      if (!isOfForm && hasStripe() !== (answer.page.stripeKey !== undefined)) return location.assign(answer.page.path);
      const next = await shown(answer.page);
      const isSame = location.pathname + location.search === answer.page.path;
      if (!isSame && !isBack) history.pushState(null, "", answer.page.path);
      startMove(() => setPage(next));
    };
    return {
      take,
      go: (to: string, isBack = false) => move(to, undefined, isBack),
      submit: (to: string, form: URLSearchParams) => move(to, form),
    };
  }, []);

  useEffect(() => {
    const onPop = () => go(location.pathname + location.search, true);
    const onNetwork = () => setOffline(false);
    addEventListener("popstate", onPop);
    addEventListener("online", onNetwork);
    return () => {
      removeEventListener("popstate", onPop);
      removeEventListener("online", onNetwork);
    };
  }, [go]);

  const keptAt = useKeptPage(page.sent, take);

  const before = useRef(first);
  useEffect(() => {
    if (page === before.current) return;
    document.title = `${page.module.title(page.sent.data as never, texts, format)} · ${texts.brand}`;
    begin(page.sent.path === before.current.sent.path);
    before.current = page;
  }, [page, texts, format]);

  const app: App = useMemo(
    () => ({ locale, texts, format, path, stripeKey, isPending: isMoving, go: (to) => go(to), submit }),
    [locale, texts, format, path, stripeKey, isMoving, go, submit],
  );
  return <PageView app={app} page={page} isOffline={isOffline} keptAt={keptAt} />;
}

const sent = JSON.parse(document.getElementById("page")!.textContent) as SentPage;
const [first, texts] = await Promise.all([shown(sent), textsOf(sent.locale)]);
if (hasStripe()) allowStripeScripts();
document.documentElement.classList.add("scripted");
hydrateRoot(document.getElementById("app")!, <Pages first={first} texts={texts} />);
