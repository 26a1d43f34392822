// The waiting list on the page of its event, while it is open.
import type { EventInFull } from "../../page-data/event.ts";
import type { Problem } from "../../page-data/problem.ts";
import type { Selection } from "../../page-data/seats.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { waitlistPath } from "./wish.ts";

interface Props {
  event: Pick<EventInFull, "waitlist" | "availability">;
  selection: Selection;
}

/** Tickets are exchanged for seats that are on sale. */
const isOpenFor = ({ event: { waitlist }, selection }: Props) =>
  waitlist?.state === "OPEN" && selection.exchange === null;

/** Instead of the form for seats. */
export function WaitlistOfEvent(props: Props) {
  const { texts } = useApp();
  if (!isOpenFor(props)) return null;
  return (
    <div className="of-queue">
      <h2>{texts.waitlist.ofEvent}</h2>
      <p>{texts.waitlist.ofEventText}</p>
      <Link className="button big" href={waitlistPath(props.selection)}>
        {texts.waitlist.see}
      </Link>
    </div>
  );
}

/** In the form for seats: if nothing is left at a price, or the seats could not be held. */
export function WaitlistNote(props: Props & { problem: Problem | undefined }) {
  const { texts } = useApp();
  const { event, selection, problem } = props;
  const isPartSoldOut = event.availability?.tiers.some(({ available }) => available === 0) ?? false;
  if (!isOpenFor(props) || (!isPartSoldOut && problem?.code !== "SeatsUnavailable")) return null;
  return (
    <p className="note">
      {texts.waitlist.ofPart} <Link href={waitlistPath(selection)}>{texts.waitlist.see}</Link>
    </p>
  );
}
