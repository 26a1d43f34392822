// Chosen seats that someone else has taken, each with a free one near it. Said at once.
import { useApp } from "../app-context.ts";
import type { Hall, HallView } from "./hall.ts";
import { shortName } from "./seat-names.ts";

export function Losses({ hall, view: { losses } }: { hall: Hall; view: HallView }) {
  const { texts } = useApp();
  return (
    <div role="alert" className="losses">
      {losses.map((loss) => (
        <div className="note bad" key={loss.seat}>
          <p>{texts.seats.gone(shortName(hall, loss.seat, texts))}</p>
          {loss.instead !== undefined && hall.isFree(loss.instead) && (
            <button
              type="button"
              className="plain"
              onClick={() => {
                hall.choose(loss.instead!);
                hall.forget(loss);
              }}
            >
              {texts.seats.nearby(shortName(hall, loss.instead, texts))}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
