// Beside the own entry: how the list works, with its times.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Moment } from "../moment.tsx";
import { durationText } from "./wish.ts";

export function Rules({ data: { event, waitlist } }: { data: PageData["waitlist"] }) {
  const { texts } = useApp();
  const { offerSeconds, holdBackSeconds, closesAt, state } = waitlist;
  if (state === "ENDED") return null;
  const rules = [
    [texts.waitlist.order, texts.waitlist.orderText],
    [texts.waitlist.offer, texts.waitlist.offerText(durationText(offerSeconds, texts))],
    [texts.waitlist.night, texts.waitlist.nightText],
    [texts.waitlist.price, texts.waitlist.priceText],
    [texts.waitlist.missed, texts.waitlist.missedText],
    [
      texts.waitlist.groups,
      holdBackSeconds === 0 ? texts.waitlist.noGroups : texts.waitlist.groupsText(durationText(holdBackSeconds, texts)),
    ],
  ];
  return (
    <aside className="around">
      <section>
        <h2>{texts.waitlist.rules}</h2>
        <dl className="rules">
          {rules.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          {closesAt !== null && (
            <div>
              <dt>
                {texts.waitlist.end} <Moment at={closesAt} zone={event.timeZone} />
              </dt>
              <dd>{texts.waitlist.endText}</dd>
            </div>
          )}
        </dl>
      </section>
    </aside>
  );
}
