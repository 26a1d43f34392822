// The frame of every page.
import type { ReactNode } from "react";
import { useApp } from "./app-context.ts";
import { BasketLink } from "./basket/basket-link.tsx";
import { Link } from "./links.tsx";

const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español", he: "עברית" };

export function Shell({ children }: { children: ReactNode }) {
  const { texts, locale, path, isPending } = useApp();
  const current = (to: string) => (path.split("?", 1)[0] === to ? "page" : undefined);
  return (
    <div className={isPending ? "shell pending" : "shell"}>
      <a className="skip" href="#content">
        {texts.nav.skip}
      </a>
      <header className="top">
        <Link className="brand" href="/">
          <svg viewBox="0 0 32 24" width="32" height="24" aria-hidden="true">
            <path
              d="M3 2h26a2 2 0 0 1 2 2v4a4 4 0 0 0 0 8v4a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-4a4 4 0 0 0 0-8V4a2 2 0 0 1 2-2z"
              fill="currentColor"
            />
            <path d="M20 6v12" stroke="var(--ground)" strokeWidth="2" strokeDasharray="2.4 2.4" />
          </svg>
          {texts.brand}
        </Link>
        <nav aria-label={texts.nav.main}>
          <Link href="/" aria-current={current("/")}>
            {texts.nav.events}
          </Link>
          <Link href="/tickets" aria-current={current("/tickets")}>
            {texts.nav.tickets}
          </Link>
          <Link href="/account/">{texts.nav.account}</Link>
        </nav>
        <BasketLink />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="bottom">
        <p>{texts.footer.line}</p>
        <form method="post" action="/language">
          <input type="hidden" name="to" value={path} />
          <label htmlFor="language">{texts.nav.language}</label>
          <select id="language" name="language" defaultValue={locale}>
            {Object.entries(LANGUAGES).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
          <button className="quiet">{texts.nav.change}</button>
        </form>
        <p>
          <a href="/playground">{texts.footer.api}</a>
        </p>
      </footer>
      {isPending && <div className="progress" />}
    </div>
  );
}
