import type { PageData } from "../../page-data.ts";
import type { EventInList, Search } from "../../page-data/find.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { EventCard } from "./event-card.tsx";

type Data = PageData["find"];
const PERIODS = ["", "today", "weekend", "week", "month"] as const;

export const title = (_: Data, texts: { find: { title: string } }) => texts.find.title;

const searchPath = (search: Search, change: Partial<Search>): string => {
  const { text, city, category, when, after } = { ...search, after: null, ...change };
  const entries = Object.entries({ q: text, city, category, when, after: after ?? "" }).filter(
    ([, value]) => value !== "",
  );
  return entries.length > 0 ? `/?${new URLSearchParams(entries).toString()}` : "/";
};

export function View({ data: { search, found } }: { data: Data }) {
  const { texts } = useApp();
  const { nodes, pageInfo, totalCount } = found.events;
  const announced = search.after ? [] : found.announced.nodes;
  const isSearch = Boolean(search.text || search.city || search.category || search.when || search.after);
  return (
    <>
      <section className={isSearch ? "hero small" : "hero"}>
        <h1>{texts.find.title}</h1>
        {!isSearch && <p className="lead">{texts.find.lead}</p>}
        <SearchForm search={search} />
      </section>
      <Categories search={search} />
      <section aria-labelledby="found">
        <h2 id="found" className={isSearch ? "count" : "sr"} role={isSearch ? "status" : undefined}>
          {texts.find.found(totalCount)}
        </h2>
        {nodes.length > 0 ? <Cards events={nodes} isFirst /> : announced.length === 0 && <Nothing />}
        {pageInfo.hasNextPage && (
          <p className="center">
            <Link className="button plain" href={searchPath(search, { after: pageInfo.endCursor })}>
              {texts.find.more}
            </Link>
          </p>
        )}
      </section>
      {announced.length > 0 && (
        <section aria-labelledby="announced">
          <h2 id="announced">{texts.find.announced}</h2>
          <Cards events={announced} />
        </section>
      )}
    </>
  );
}

function SearchForm({ search }: { search: Search }) {
  const { texts } = useApp();
  return (
    <Form method="get" action="/" className="search" role="search" key={JSON.stringify(search)}>
      <div className="field wide">
        <label htmlFor="q">{texts.find.text}</label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={search.text}
          placeholder={texts.find.textHint}
          maxLength={200}
        />
      </div>
      <div className="field">
        <label htmlFor="city">{texts.find.city}</label>
        <input id="city" name="city" defaultValue={search.city} maxLength={200} autoComplete="address-level2" />
      </div>
      <div className="field">
        <label htmlFor="when">{texts.find.when}</label>
        <select id="when" name="when" defaultValue={search.when}>
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {texts.periods[period]}
            </option>
          ))}
        </select>
      </div>
      {search.category && <input type="hidden" name="category" value={search.category} />}
      <button>{texts.find.submit}</button>
    </Form>
  );
}

function Categories({ search }: { search: Search }) {
  const { texts } = useApp();
  return (
    <nav className="chips" aria-label={texts.find.category}>
      {Object.entries(texts.categories).map(([category, name]) => (
        <Link
          key={category}
          className="chip"
          href={searchPath(search, { category })}
          aria-current={search.category === category ? "true" : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

function Cards({ events, isFirst = false }: { events: readonly EventInList[]; isFirst?: boolean }) {
  return (
    <ul className="cards">
      {events.map((event, index) => (
        <li key={event.id}>
          <EventCard event={event} isFirst={isFirst && index < 4} />
        </li>
      ))}
    </ul>
  );
}

function Nothing() {
  const { texts } = useApp();
  return (
    <div className="nothing">
      <p>
        <strong>{texts.find.nothing}</strong>
      </p>
      <p>{texts.find.nothingNext}</p>
      <Link className="button plain" href="/">
        {texts.find.clear}
      </Link>
    </div>
  );
}
