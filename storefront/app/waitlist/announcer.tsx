// Says what has become of the own entry, seldom: see ../queue/announcement.ts.
import { useEffect, useRef, useState } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { isToBeSaid, type Said } from "../queue/announcement.ts";
import { isOpen } from "./wish.ts";

type Data = PageData["waitlist"];

/** What is said, or was said last. */
function useSaid({ waitlist: { entry, state } }: Data): string {
  const { texts, format } = useApp();
  const last = useRef<Said>(undefined);
  const [text, setText] = useState("");
  const ahead = entry?.ahead ?? null;
  const isTurn = entry?.state === "OFFERED";
  const news = [state, entry?.state].join(" ");
  useEffect(() => {
    const standing = { ahead, isTurn, news };
    const isSaid = isToBeSaid(last.current, standing, Date.now());
    if (isSaid || !last.current) last.current = { ...standing, at: Date.now() };
    if (!isSaid) return;
    const place =
      ahead === 0 ? texts.waitlist.first : ahead === null ? null : `${texts.waitlist.ahead}: ${format.number(ahead)}`;
    const parts = [texts.waitlist.texts[state], entry && texts.waitlist.entry[entry.state], place];
    setText(parts.filter(Boolean).join(" "));
  }, [ahead, isTurn, news]);
  return text;
}

export function Announcer({ data, isStale }: { data: Data; isStale: boolean }) {
  const { texts } = useApp();
  const said = useSaid(data);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <div className={isOpen(data.waitlist.entry) ? "asks" : undefined}>
      {isOpen(data.waitlist.entry) &&
        (isStale ? (
          <p className="note bad" role="alert">
            {texts.waitlist.stale}
          </p>
        ) : (
          <p className="quiet small">{isScripted ? texts.waitlist.asks : texts.waitlist.asksSlowly}</p>
        ))}
      <p className="sr" role="status" id="said">
        {said}
      </p>
    </div>
  );
}
