export const internalNotes = {
  name: "012-internal-notes",
  statements: `
-- Whether a step's note is for the organization alone.
alter table order_step add column is_internal boolean not null default false;
-- What a reviewer has written is in the step that follows the beginning of the review.
update order_step s set is_internal = true from purchase o, order_step before
where o.id = s.order_id and o.review_assessment_id is not null and before.order_id = s.order_id and before.no = s.no - 1
  and before.status = 'IN_REVIEW' and s.status in ('IN_REVIEW', 'DECLINED') and s.note is not null;
`,
};
