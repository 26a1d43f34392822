import { often } from "../../dev/often.ts";
import { describeDifferences, ours } from "./differences.ts";

describeDifferences(ours(), often(800, 5_000));
