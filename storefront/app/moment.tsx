// Times, in the zone of the venue.
import { useApp } from "./app-context.ts";

interface Props {
  at: string;
  zone: string;
  as?: "moment" | "day" | "clock";
}

/** Servers and browsers may write the same time with different blanks. */
export function Moment({ at, zone, as = "moment" }: Props) {
  const { format } = useApp();
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format[as](at, zone)}
    </time>
  );
}
