import { often } from "../../testkit/repetitions.ts";
import { describeDifferences, ofFolder } from "./differences.ts";

describeDifferences(ofFolder("market"), often(450, 2_600));
