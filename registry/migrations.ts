// All migrations, in order.
import { registry } from "./migrations/001-registry.ts";
import { delivery } from "./migrations/002-delivery.ts";
import { subgraphKeys } from "./migrations/003-subgraph-keys.ts";

export const migrations = [registry, delivery, subgraphKeys];
