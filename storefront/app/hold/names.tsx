// Names on the tickets: all of them, or none. A field is named after its seat, so that a name stays with it when other seats leave the order.
import { useApp } from "../app-context.ts";
import { seatName, type NamedSeat } from "../seat-list.tsx";
import { nameField } from "./name-field.ts";

interface Props {
  /** The seats, and of several events their names. */
  items: readonly { seat: (NamedSeat & { id: string }) | null; event?: string | undefined }[];
  names: readonly string[];
}

export function Names({ items, names }: Props) {
  const { texts } = useApp();
  return (
    <details open={names.some(Boolean)}>
      <summary>{texts.hold.names}</summary>
      <p className="quiet">{texts.hold.namesHint}</p>
      {items.map(({ seat, event }, index) => (
        <div className="field" key={index}>
          <label htmlFor={`name-${index}`}>
            {texts.hold.name(seatName(seat, texts))}
            {event !== undefined && <span className="quiet"> ({event})</span>}
          </label>
          <input
            id={`name-${index}`}
            name={nameField(seat?.id)}
            maxLength={100}
            defaultValue={names[index]}
            autoComplete="off"
          />
        </div>
      ))}
    </details>
  );
}
