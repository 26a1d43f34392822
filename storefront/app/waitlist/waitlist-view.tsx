// The waiting list of an event: its state, the own entry or a form, and how it works. A script follows the entry; without one the page is loaded again.
import { useEffect } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import type { Format } from "../format.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { ProblemNote } from "../problem-note.tsx";
import type { Texts } from "../texts/en.ts";
import { Announcer } from "./announcer.tsx";
import { Entry } from "./entry.tsx";
import { Joining } from "./joining.tsx";
import { Rules } from "./rules.tsx";
import { useWaitlist } from "./use-waitlist.ts";
import { isOpen, isToDecide } from "./wish.ts";

type Data = PageData["waitlist"];

export function title({ event, waitlist: { entry } }: Data, { waitlist }: Texts, format: Format): string {
  if (entry && isToDecide(entry)) return waitlist.offerTitle(event.name);
  const name = waitlist.title(event.name);
  return entry?.ahead == null ? name : `${format.number(entry.ahead)} · ${name}`;
}

export function View({ data: first }: { data: Data }) {
  const { data, isStale, refresh } = useWaitlist(first);
  const { texts, format } = useApp();
  const { event, waitlist, problem } = data;
  const name = title(data, texts, format);
  useEffect(() => {
    document.title = `${name} · ${texts.brand}`;
  }, [name, texts]);
  return (
    <div className="waiting">
      <div className="head">
        <p className="kicker">
          <Link href={`/e/${event.id}${accessOf(data)}`}>{event.name}</Link>
        </p>
        <h1>{texts.waitlist.heading}</h1>
        <p>
          <Moment at={event.startsAt} zone={event.timeZone} /> · {event.venue.name}, {event.venue.city}
        </p>
      </div>
      <section className="stub turn" aria-labelledby="state">
        <div className="inside">
          <ProblemNote problem={problem} />
          <p className="row-of">
            <span className={waitlist.state === "OPEN" ? "tag" : "tag off"}>
              {texts.waitlist.states[waitlist.state]}
            </span>
          </p>
          <h2 id="state" className="state-of">
            {texts.waitlist.texts[waitlist.state]}
          </h2>
          <Entry data={data} refresh={refresh} />
          {waitlist.state === "OPEN" ? !isOpen(waitlist.entry) && <Joining data={data} /> : <ToSale data={data} />}
          <Announcer data={data} isStale={isStale} />
        </div>
      </section>
      <Rules data={data} />
    </div>
  );
}

function accessOf({ self }: Data): string {
  const access = new URLSearchParams(self.split("?", 2)[1]).get("access");
  return access ? `?${new URLSearchParams({ access }).toString()}` : "";
}

function ToSale({ data }: { data: Data }) {
  const { texts } = useApp();
  const { waitlist, event } = data;
  if (waitlist.state === "ENDED" || event.status !== "ON_SALE") return null;
  const isMain = !isOpen(waitlist.entry);
  return (
    <Link className={isMain ? "button big" : "button plain big"} href={`/e/${event.id}${accessOf(data)}`}>
      {texts.waitlist.toSale}
    </Link>
  );
}
