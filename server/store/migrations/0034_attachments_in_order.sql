-- The files of a case in their order without sorting them: the test of query plans found it.
DROP INDEX attachments_by_case;
CREATE INDEX attachments_by_case ON attachments (case_id, position) WHERE case_id IS NOT NULL;
