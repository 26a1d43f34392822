export const DECIDE = "decide-review";
