// After a hold has ended: its seats, or free ones near them, and a button that holds them with what was typed.
import type { HeldAgain } from "../../page-data/hold.ts";
import type { Problem } from "../../page-data/problem.ts";
import { useApp } from "../app-context.ts";
import { Form } from "../links.tsx";
import { Price } from "../price.tsx";
import { seatName, SeatList } from "../seat-list.tsx";

export function SeatsAgain({ again, problem }: { again: HeldAgain; problem: Problem | undefined }) {
  const { texts, path } = useApp();
  const { eventId, items, gone, fields } = again;
  // A form that is sent again accepts the total that the page has shown.
  const isChanged = problem?.code === "TotalChanged";
  const total = isChanged ? { ...again.total, amount: Number(problem.values?.amount) } : again.total;
  return (
    <>
      <p className="lead" role="alert" tabIndex={-1}>
        {gone.length === 0
          ? texts.hold.stillFree
          : texts.hold.nearest(gone.map((seat) => seatName(seat, texts)).join("; "))}{" "}
        {texts.hold.kept}
      </p>
      <Form action={path} className="panel">
        <SeatList items={items} />
        <input type="hidden" name="again" value={eventId} />
        <input type="hidden" name="total" value={total.amount} />
        {fields.map(([name, value], index) => (
          <input type="hidden" key={index} name={name} value={value} />
        ))}
        <p className="grand">
          <span>{texts.hold.total}</span> <Price of={total} />
        </p>
        <button className="big">{texts.seats.hold(items.length)}</button>
      </Form>
    </>
  );
}
