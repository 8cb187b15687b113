-- Lists of one state: without these a list of closed cases, newest first, reads past all the newer ones that are not closed
-- yet, which grows with the organisation. They hold what a filter asks, as the other indexes of the inbox do (0020).
CREATE INDEX cases_by_state ON cases (state, id, unit_id, kind, category_id, priority, assigned_to, due_on, objection_to);
CREATE INDEX cases_by_unit_and_state ON cases (unit_id, state, id, kind, category_id, priority, assigned_to, due_on,
  objection_to);
