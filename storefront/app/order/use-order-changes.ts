// Follows an order: the page is loaded again when its status has changed.
import { useEffect } from "react";
import { OrderChanged } from "../../documents/order.generated.ts";
import { useApp } from "../app-context.ts";
import { follow } from "../live.ts";

export function useOrderChanges(id: string, status: string, isActive: boolean): void {
  const { go, path } = useApp();
  useEffect(() => {
    if (!go || !isActive) return;
    const [page] = path.split("?", 1);
    return follow(
      OrderChanged,
      () => ({ id }),
      ({ orderChanged }) => {
        if (orderChanged.status !== status) go(page!);
      },
    );
  }, [go, id, status, isActive, path]);
}
