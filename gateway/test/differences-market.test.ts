import { often } from "../../dev/often.ts";
import { describeDifferences, ofFolder } from "./differences.ts";

describeDifferences(ofFolder("market"), often(450, 2_600));
