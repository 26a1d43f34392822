// All migrations, in order.
import { registry } from "./migrations/001-registry.ts";
import { delivery } from "./migrations/002-delivery.ts";

export const migrations = [registry, delivery];
