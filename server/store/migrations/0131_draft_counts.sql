-- What became of the comments on a draft, counted from an index alone: the page of an issued draft with thousands of them reads
-- no word of the answers for it.
CREATE INDEX draft_answers_counted ON draft_answers (draft_id, outcome, comments);
