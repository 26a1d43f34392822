// In the header: the way back to seats that are held, with the time left. A cookie says when they end (pages/basket.ts).
import { useEffect, useState } from "react";
import { useApp } from "../app-context.ts";
import { clock } from "../hold/clock.ts";
import { Link } from "../links.tsx";

/** Seconds left, counted down; 0 without a hold, and on the server. */
function useSecondsLeft(path: string, isPending: boolean): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const count = () => {
      const until = /(?:^|; )basket=(\d+)/.exec(document.cookie)?.[1];
      setLeft(until === undefined ? 0 : Math.max(0, Math.ceil(Number(until) - Date.now() / 1_000)));
    };
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [path, isPending]);
  return left;
}

/** On these pages the link is always there: seats may be held on another device. */
const ALWAYS = ["/tickets", "/basket"];

export function BasketLink() {
  const { texts, path, isPending } = useApp();
  const left = useSecondsLeft(path, isPending);
  const page = path.split("?", 1)[0]!;
  const isCurrent = page === "/basket" || page.startsWith("/hold/");
  if (left === 0 && !ALWAYS.includes(page))
    return (
      <noscript>
        <p className="to-basket">
          <a href="/basket">{texts.basket.link}</a>
        </p>
      </noscript>
    );
  return (
    <p className="to-basket">
      <Link href="/basket" aria-current={isCurrent ? "page" : undefined}>
        {texts.basket.link}
        {left > 0 && <span className="left"> {clock(left)}</span>}
      </Link>
    </p>
  );
}
