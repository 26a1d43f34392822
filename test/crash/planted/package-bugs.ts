// Bugs of packages of several events.
import type { PlantedBug } from "./planted-bug.ts";

export const PACKAGE_BUGS: PlantedBug[] = [
  {
    what: "a package that is ordered in part",
    found: "P1",
    changes: [
      {
        file: "subgraphs/seating/commands/order-seats.ts",
        from: `if (hold.isOfPackage && hold.isActive) return "PACKAGE_IN_PART";`,
        to: ``,
      },
    ],
    tried: { story: "package" },
  },
  {
    what: "a package of which one hold is released",
    found: "P1",
    changes: [
      {
        file: "subgraphs/seating/graphql/resolvers.ts",
        from: `if (hold.packageGroup) {`,
        to: `if (hold.packageGroup && verb === "EXTEND") {`,
      },
    ],
    tried: { story: "package" },
  },
];
