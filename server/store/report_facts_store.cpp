#include "server/store/report_facts_store.h"

#include "shared/json/json.h"

namespace hamandish::server {
namespace {

ReceivedMessage read_message(const Row& row) {
  ReceivedMessage message;
  message.kind = case_kind_from(row.text(0)).value_or(CaseKind::complaint);
  message.channel = intake_from(row.text(1)).value_or(Intake::web);
  message.unit_id = row.text(2);
  message.category_id = row.text(3);
  message.at = Instant{row.integer(4)};
  message.id = row.integer(5);
  return message;
}

std::string place_in(std::string_view other_answers) {
  if (other_answers.empty()) return {};
  const Result<Json> json = parse_json(other_answers);
  const Json* place = json ? json->find("place") : nullptr;
  const std::string* text = place != nullptr ? place->text() : nullptr;
  return text != nullptr ? *text : std::string();
}

Result<Share> share_of(Reader& reader, std::string_view sql, const Period& period) {
  Share share;
  const Result<bool> done =
      reader.first(sql, {period.from.milliseconds, period.to.milliseconds}, [&share](const Row& row) {
        share = {row.integer(0), row.integer(1)};
      });
  if (!done) return done.error();
  return share;
}

}  // namespace

Result<void> each_message(Reader& reader, const IdRange& ids, const std::function<void(const ReceivedMessage&)>& each) {
  return reader.query(
      R"sql(
        SELECT
          kind,
          channel,
          unit_id,
          category_id,
          registered_at,
          id
        FROM cases
        WHERE id >= ? AND id < ?
      )sql",
      {ids.first, ids.after}, [&each](const Row& row) {
        each(read_message(row));
        return true;
      });
}

Result<void> each_complaint(Reader& reader, const IdRange& ids,
                            const std::function<void(const ReceivedMessage&)>& each) {
  return reader.query(
      R"sql(
        SELECT
          kind,
          channel,
          unit_id,
          category_id,
          registered_at,
          id,
          COALESCE(national_id, mobile),
          other_answers
        FROM cases
        WHERE id >= ? AND id < ? AND kind = 'complaint'
      )sql",
      {ids.first, ids.after}, [&each](const Row& row) {
        ReceivedMessage message = read_message(row);
        message.sender = row.text(6);
        message.place = place_in(row.text(7));
        each(message);
        return true;
      });
}

Result<std::map<std::string, std::int64_t>> complaint_tags(Reader& reader, const IdRange& ids) {
  std::map<std::string, std::int64_t> tags;
  const Result<void> done = reader.query(
      R"sql(
        SELECT t.tag
        FROM cases c
        JOIN case_tags t ON t.case_id = c.id
        WHERE c.id >= ? AND c.id < ? AND c.kind = 'complaint'
      )sql",
      {ids.first, ids.after}, [&tags](const Row& row) {
        ++tags[row.copy(0)];
        return true;
      });
  if (!done) return done.error();
  return tags;
}

Result<std::set<std::int64_t>> complaints_with_tag(Reader& reader, const IdRange& ids, std::string_view tag) {
  std::set<std::int64_t> cases;
  const Result<void> done = reader.query(
      R"sql(
        SELECT c.id
        FROM cases c
        JOIN case_tags t ON t.case_id = c.id
        WHERE c.id >= ? AND c.id < ? AND c.kind = 'complaint' AND t.tag = ?
      )sql",
      {ids.first, ids.after, tag}, [&cases](const Row& row) {
        cases.insert(row.integer(0));
        return true;
      });
  if (!done) return done.error();
  return cases;
}

Result<DispositionCounts> draft_outcomes(Reader& reader, std::int64_t draft_id) {
  DispositionCounts counts;
  const Result<void> done = reader.query("SELECT outcome, comments FROM draft_answers WHERE draft_id = ?", {draft_id},
                                         [&counts](const Row& row) {
                                           ++counts.rows;
                                           counts.comments += row.integer(1);
                                           const std::string_view outcome = row.text(0);
                                           if (outcome == wire_name(Disposition::accepted))
                                             ++counts.accepted;
                                           else if (outcome == wire_name(Disposition::partly))
                                             ++counts.partly;
                                           else if (outcome == wire_name(Disposition::not_accepted))
                                             ++counts.not_accepted;
                                           else
                                             ++counts.undecided;
                                           return true;
                                         });
  if (!done) return done.error();
  return counts;
}

Result<std::map<std::string, std::int64_t>> draft_comments_by_group(Reader& reader, std::int64_t draft_id,
                                                                    const Period& period) {
  std::map<std::string, std::int64_t> groups;
  const Result<void> done =
      reader.query("SELECT commenter_group FROM draft_comments WHERE draft_id = ? AND at >= ? AND at < ?",
                   {draft_id, period.from.milliseconds, period.to.milliseconds}, [&groups](const Row& row) {
                     ++groups[row.copy(0)];
                     return true;
                   });
  if (!done) return done.error();
  return groups;
}

Result<Share> news_comments_answered(Reader& reader, const Period& period) {
  return share_of(reader,
                  R"sql(
                    SELECT
                      COUNT(*),
                      COUNT(answered_at)
                    FROM news_comments
                    WHERE official = 0 AND at >= ? AND at < ? AND state = 'published'
                  )sql",
                  period);
}

Result<Share> ratings_between(Reader& reader, const Period& period) {
  return share_of(reader,
                  R"sql(
                    SELECT
                      COUNT(*),
                      SUM(r.score)
                    FROM case_events e
                    JOIN case_ratings r ON r.case_id = e.case_id
                    WHERE e.at >= ? AND e.at < ? AND e.kind = 'rated'
                  )sql",
                  period);
}

}  // namespace hamandish::server
