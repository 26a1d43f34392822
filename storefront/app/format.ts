// Money and times as people read them. Times are those of the venue.
import { decimalsOf } from "../../platform/core/currencies.ts";

export interface Money {
  amount: number;
  currency: string;
}

export interface Format {
  money(money: Money): string;
  number(count: number): string;
  /** 10 is 10 %. */
  percent(percent: number): string;
  /** Day and time. */
  moment(time: string, timeZone: string): string;
  day(time: string, timeZone: string): string;
  clock(time: string, timeZone: string): string;
  /** Of something past, where the reader is: the time of day, and the day if it is not today. */
  since(time: string): string;
  /** The time alone if it is on the day of `start`, else with its day. */
  end(time: string, start: string, timeZone: string): string;
  /** Day, month and weekday, for a calendar leaf. */
  leaf(time: string, timeZone: string): { day: string; month: string; weekday: string };
}

export function createFormat(locale: string): Format {
  const times = new Map<string, Intl.DateTimeFormat>();
  const format = (time: string, timeZone: string, key: string, options: Intl.DateTimeFormatOptions) => {
    const id = `${timeZone} ${key}`;
    let known = times.get(id);
    if (!known) times.set(id, (known = new Intl.DateTimeFormat(locale, { timeZone, ...options })));
    return known.format(new Date(time));
  };
  const clock = { hour: "numeric", minute: "2-digit" } as const;
  const moment = (time: string, timeZone: string) =>
    format(time, timeZone, "moment", { weekday: "short", day: "numeric", month: "long", year: "numeric", ...clock });
  const day = (time: string, timeZone: string) =>
    format(time, timeZone, "day", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return {
    moment,
    day,
    money: ({ amount, currency }) => {
      const digits = decimalsOf(currency);
      const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return new Intl.NumberFormat(locale, { style: "currency", currency, ...decimals }).format(amount / 10 ** digits);
    },
    number: (count) => new Intl.NumberFormat(locale).format(count),
    percent: (percent) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 3 }).format(percent / 100),
    clock: (time, timeZone) => format(time, timeZone, "clock", { ...clock, timeZoneName: "short" }),
    since: (time) => {
      const isToday = new Date(time).toDateString() === new Date().toDateString();
      const day = isToday ? {} : ({ weekday: "short", day: "numeric", month: "long" } as const);
      return new Intl.DateTimeFormat(locale, { ...day, ...clock }).format(new Date(time));
    },
    end: (time, start, timeZone) =>
      day(time, timeZone) === day(start, timeZone) ? format(time, timeZone, "end", clock) : moment(time, timeZone),
    leaf: (time, timeZone) => ({
      day: format(time, timeZone, "leaf day", { day: "numeric" }),
      month: format(time, timeZone, "leaf month", { month: "short" }),
      weekday: format(time, timeZone, "leaf weekday", { weekday: "short" }),
    }),
  };
}
