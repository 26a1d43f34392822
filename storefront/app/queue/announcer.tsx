// Says where the person stands, seldom; and plays a sound when it is the turn, if the person wants it.
import { useEffect, useRef, useState } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { isToBeSaid, type Said, type Standing } from "./announcement.ts";
import { aheadOf, hasPlace, isTurn as isTurnOf, minutesUntil } from "./outlook.ts";
import { waitText } from "./place.tsx";
import { createBell, type Bell } from "./bell.ts";

interface Props {
  data: PageData["queue"];
  isStale: boolean;
}

function standingOf({ queue: { entry }, document }: Props["data"]): Standing {
  const rank = hasPlace(entry) ? entry.rank : null;
  return {
    ahead: rank === null ? null : aheadOf(rank, document),
    isTurn: isTurnOf(entry, document),
    news: [document.state, document.note].filter(Boolean).join(" "),
  };
}

/** What is said, or was said last. */
function useSaid(data: Props["data"]): string {
  const { texts, format } = useApp();
  const { document, queue } = data;
  const last = useRef<Said>(undefined);
  const [text, setText] = useState("");
  const standing = standingOf(data);
  const { ahead, isTurn, news } = standing;
  useEffect(() => {
    const isSaid = isToBeSaid(last.current, standing, Date.now());
    if (isSaid || !last.current) last.current = { ...standing, at: Date.now() };
    if (!isSaid) return;
    const rank = queue.entry?.rank ?? null;
    const parts = [
      texts.queue.states[document.state],
      document.note,
      isTurn ? texts.queue.turn : ahead === 0 ? texts.queue.next : null,
      ahead && !isTurn ? `${texts.queue.ahead}: ${format.number(ahead)}` : null,
      rank !== null && !isTurn ? `${texts.queue.wait}: ${waitText(minutesUntil(rank, document), texts)}` : null,
    ];
    setText(parts.filter(Boolean).join(". "));
  }, [ahead, isTurn, news]);
  return text;
}

export function Announcer({ data, isStale }: Props) {
  const { texts } = useApp();
  const said = useSaid(data);
  const bell = useRef<Bell>(undefined);
  const [isScripted, setScripted] = useState(false);
  const { entry } = data.queue;
  const isTurn = isTurnOf(entry, data.document);
  useEffect(() => setScripted(true), []);
  useEffect(() => {
    if (isTurn) bell.current?.ring();
  }, [isTurn]);
  useEffect(() => () => bell.current?.close(), []);
  const choose = (isWanted: boolean) => {
    bell.current?.close();
    bell.current = isWanted ? createBell() : undefined;
  };
  return (
    <div className="asks">
      {isScripted && hasPlace(entry) && entry.state !== "INSIDE" && !isTurn && (
        <label className="check">
          <input type="checkbox" onChange={({ target }) => choose(target.checked)} />
          {texts.queue.sound}
        </label>
      )}
      {isStale ? (
        <p className="note bad" role="alert">
          {texts.queue.stale}
        </p>
      ) : (
        <p className="quiet small">{isScripted ? texts.queue.asks : texts.queue.asksSlowly}</p>
      )}
      <p className="sr" role="status" id="said">
        {said}
      </p>
    </div>
  );
}
