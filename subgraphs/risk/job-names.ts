export const ASSESS_QUEUE = "assess-queue";
export const DECIDE = "decide-review";
