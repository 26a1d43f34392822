import { often } from "../../dev/often.ts";
import { describeDifferences, ofFolder } from "./differences.ts";

describeDifferences(ofFolder("library"), often(700, 2_500));
