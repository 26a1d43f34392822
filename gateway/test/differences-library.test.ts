import { often } from "../../testkit/repetitions.ts";
import { describeDifferences, ofFolder } from "./differences.ts";

describeDifferences(ofFolder("library"), often(450, 2_500));
