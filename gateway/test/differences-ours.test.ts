import { describeDifferences, ours } from "./differences.ts";

describeDifferences(ours(), 5_000);
