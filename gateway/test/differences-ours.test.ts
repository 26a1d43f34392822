import { often } from "../../testkit/repetitions.ts";
import { describeDifferences, ours } from "./differences.ts";

describeDifferences(ours(), often(800, 5_000));
