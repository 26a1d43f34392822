import { often } from "../../dev/often.ts";
import { describeDifferences, ours } from "./differences.ts";

describeDifferences(ours(), often(1_200, 5_000));
