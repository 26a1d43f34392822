// Accounts of the seed data, used by the demo and the playground.
export const PASSWORD = "correct horse battery staple";

export const PEOPLE = {
  owner: { email: "olga@stadthalle.example", displayName: "Olga Owner", role: null },
  manager: { email: "max@stadthalle.example", displayName: "Max Manager", role: "MANAGER" },
  boxOffice: { email: "bo@stadthalle.example", displayName: "Bo Box-Office", role: "BOX_OFFICE" },
  scanner: { email: "sam@stadthalle.example", displayName: "Sam Scanner", role: "SCANNER" },
  auditor: { email: "aud@stadthalle.example", displayName: "Aud Auditor", role: "AUDITOR" },
  bea: { email: "bea@buyers.example", displayName: "Bea Buyer", role: null },
  ben: { email: "ben@buyers.example", displayName: "Ben Buyer", role: null },
} as const;
