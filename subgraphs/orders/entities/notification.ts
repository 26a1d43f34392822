import type { Letter } from "./letter.ts";
import type { NotificationStatus } from "../enums.generated.ts";

/** A letter under its public name; only the name of one status differs. */
export type Notification = Omit<Letter, "status"> & { status: NotificationStatus };
