// Shown when no seats are held; otherwise the page of the seats is.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["basket"];

export const title = (_: Data, texts: Texts) => texts.basket.title;

export function View(_: { data: Data }) {
  const { texts } = useApp();
  return (
    <div className="narrow">
      <h1>{texts.basket.title}</h1>
      <div className="nothing">
        <p>
          <strong>{texts.basket.empty}</strong>
        </p>
        <p>{texts.basket.emptyText}</p>
        <p className="actions">
          <Link className="button" href="/">
            {texts.problems.home}
          </Link>
          <Link className="button plain" href="/tickets">
            {texts.nav.tickets}
          </Link>
        </p>
      </div>
    </div>
  );
}
