// What went wrong, in the reader's language.
import type { Problem } from "../page-data/problem.ts";
import type { App } from "./app-context.ts";
import { transferRefused } from "./tickets/transfers.ts";

export function textOf(
  { code, values = {}, message = "" }: Problem,
  { texts, format }: Pick<App, "texts" | "format">,
): string {
  const { problems } = texts;
  if (code === "SeatsUnavailable" && values.seats) return problems.SeatsUnavailableNamed(String(values.seats));
  if (code === "EventNotOnSale" && values.salesStartAt)
    return problems.EventNotOnSaleYet(format.moment(String(values.salesStartAt), String(values.timeZone ?? "UTC")));
  if (code === "SeatLimitReached") return problems.SeatLimitReached(Number(values.limit ?? 0));
  if (code === "TotalChanged")
    return texts.prices.changed(
      format.money({ amount: Number(values.amount ?? 0), currency: String(values.currency ?? "EUR") }),
    );
  if (code === "HoldGone") return texts.basket.gone(String(values.event ?? ""));
  if (code === "AnswersRefused") return texts.questions.refused;
  if (code === "HoldsNotCombinable")
    return values.reason === "PACKAGE_IN_PART" ? texts.basket.PACKAGE_IN_PART : texts.basket.NOT_COMBINABLE;
  if (code === "NO_ANSWER_CHOSEN") return texts.refund.choose;
  if (code === "RefundOfferEnded" || code === "OrderNotRefundable") return texts.refund[code];
  const reason = String(values.reason ?? "");
  if (code === "SeatLimitInExchange") return texts.exchange.limit(Number(values.limit ?? 0));
  if (code === "EVENTS_TO_CHOOSE")
    return texts.packages.exactly(Number(values.events ?? 0), Number(values.chosen ?? 0));
  if (code === "PackageRefused")
    return (
      texts.packages.refusals[reason]?.(String(values.event ?? ""), Number(values.limit ?? 0)) ??
      textOf({ code: reason, values, message }, { texts, format })
    );
  if (code === "QueueRefused")
    return texts.queue.refusals[reason] ?? textOf({ code: reason, values, message }, { texts, format });
  if (code === "TransferNotAllowed") return transferRefused({ code, values, message }, { texts, format });
  if (code === "WaitlistRefused")
    return texts.waitlist.refusals[reason] ?? textOf({ code: reason, values, message }, { texts, format });
  if (code === "TicketsNotExchangeable") return texts.exchange.reasons[reason] ?? texts.exchange.refused;
  if (code === "TicketsNotReturnable") return texts.returns.reasons[reason] ?? texts.returns.refused;
  if (code === "PriceNotUsable")
    return texts.prices.refusals[reason]?.(String(values.price ?? "")) ?? problems.other(message);
  if (code === "PromoCodeNotUsable") return problems.promo[reason] ?? problems.PromoCodeNotUsable;
  if (code === "PaymentDeclined") return problems.declined[reason] ?? problems.PaymentDeclined;
  const known = ({ ...texts.exchange.problems, ...texts.returns.problems, ...problems } as Record<string, unknown>)[
    code
  ];
  return typeof known === "string" ? known : problems.other(message);
}
