import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { keptPath } from "../exchange/kept-path.ts";
import { ExchangeNote, KeptFields } from "../exchange/kept.tsx";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { QueueNote } from "../queue/queue-of-event.tsx";
import type { Texts } from "../texts/en.ts";
import { HallOrRows } from "./hall.tsx";
import { SeatPrices } from "./seat-prices.tsx";
import { SectionRows } from "./section-rows.tsx";

type Data = PageData["seats"];

export const title = ({ event }: Data, texts: Texts) => texts.seats.title(event.name);

export function View({ data }: { data: Data }) {
  const { event, selection, section, asksPrices, admission, problem } = data;
  const { texts } = useApp();
  const action = `/e/${event.id}/seats`;
  return (
    <div className="hall">
      <div className="head">
        <p className="kicker">
          <Link href={keptPath(`/e/${event.id}`, selection)}>{event.name}</Link>
        </p>
        <h1>{texts.seats.heading}</h1>
        <p>
          <Moment at={event.startsAt} zone={event.timeZone} /> · {event.venue.name}, {event.venue.city}
        </p>
        <ExchangeNote selection={selection} />
        <QueueNote event={event} selection={selection} admission={admission} />
        <ProblemNote problem={problem} />
      </div>
      <HallOrRows data={data}>
        {asksPrices && section ? (
          <SeatPrices data={data} section={section} />
        ) : (
          <section aria-labelledby="rows">
            <h2 id="rows">{texts.seats.rows}</h2>
            <Form method="get" action={action} className="inline">
              <KeptFields selection={selection} />
              <label htmlFor="section">{texts.seats.section}</label>
              <select id="section" name="section" defaultValue={section?.id ?? ""}>
                {event.venueVersion.sections.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
              <button className="plain">{texts.seats.show}</button>
            </Form>
            {section && <SectionRows data={data} section={section} />}
          </section>
        )}
      </HallOrRows>
    </div>
  );
}
