/** How buyers reach an organization, and its terms. */
export const organizationContacts = {
  name: "030-organization-contacts",
  statements: `
alter table organization add column contact_email text, add column contact_phone text, add column terms_url text;
`,
};
