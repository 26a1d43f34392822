import { describeDifferences, ofFolder } from "./differences.ts";

describeDifferences(ofFolder("market"), 2_600);
