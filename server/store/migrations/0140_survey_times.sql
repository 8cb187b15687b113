-- Responses of one survey in a time, by unit and service, without reading the responses: the report about surveys, and results
-- that are narrowed.
CREATE INDEX survey_responses_by_time ON survey_responses (survey_id, at, unit_id, service_id);
