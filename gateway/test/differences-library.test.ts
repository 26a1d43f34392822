import { describeDifferences, ofFolder } from "./differences.ts";

describeDifferences(ofFolder("library"), 2_500);
