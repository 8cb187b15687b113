#include "server/service/report_documents.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "server/service/case_ids.h"
#include "server/service/survey_report_facts.h"
#include "server/store/drafts_store.h"
#include "server/store/report_facts_store.h"
#include "server/store/reports_store.h"
#include "server/store/statistics_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/reports/consultation_report.h"
#include "shared/reports/message_reports.h"

namespace hamandish::server {
namespace {

constexpr int kYear = 12;
constexpr int kMostDrafts = 500;  // of each state

IdRange ids_of(JalaliMonth first, JalaliMonth last) {
  return {first_id_at(span_of(first).from), first_id_at(span_of(last).to)};
}

Result<ReportDocument> complaints(Reader& reader, const Profile& profile, JalaliMonth month) {
  ComplaintFacts facts;
  const Result<void> done =
      each_complaint(reader, ids_of(month_before(month, kYear), month),
                     [&facts](const ReceivedMessage& message) { facts.complaints.push_back(message); });
  if (!done) return done.error();
  Result<std::map<std::string, std::int64_t>> tags = complaint_tags(reader, ids_of(month, month));
  if (!tags) return tags.error();
  facts.tags = std::move(tags).value();
  return complaints_document(profile, month, facts);
}

Result<ReportDocument> channels(Reader& reader, const Profile& profile, JalaliMonth month) {
  std::vector<ReceivedMessage> messages;
  const Result<void> done = each_message(reader, ids_of(month_before(month, kChannelMonths - 1), month),
                                         [&messages](const ReceivedMessage& message) { messages.push_back(message); });
  if (!done) return done.error();
  return channels_document(profile, month, messages);
}

// Those that were ever open for comment.
Result<std::vector<DraftRow>> opened_drafts(Reader& reader) {
  std::vector<DraftRow> drafts;
  for (const DraftState state : kDraftStates) {
    const Result<std::vector<DraftRow>> some = drafts_in(reader, state, 0, kMostDrafts);
    if (!some) return some.error();
    std::copy_if(some->begin(), some->end(), std::back_inserter(drafts),
                 [](const DraftRow& row) { return row.was_open && row.window.has_value(); });
  }
  return drafts;
}

Result<ReportDocument> consultation(Reader& reader, const Profile& profile, JalaliMonth month) {
  const MonthSpan span = span_of(month);
  const Result<std::vector<DraftRow>> drafts = opened_drafts(reader);
  if (!drafts) return drafts.error();
  std::vector<ConsultedDraft> consulted;
  for (const DraftRow& row : *drafts) {
    const bool open_then = row.window->opens_on <= span.last && row.window->closes_on >= span.first;
    const bool issued_then = row.issued_on && *row.issued_on >= span.first && *row.issued_on <= span.last;
    if (!open_then && !issued_then) continue;
    ConsultedDraft draft{row.id, row.title, row.state, *row.window, {}, {}};
    Result<std::map<std::string, std::int64_t>> said = draft_comments_by_group(reader, row.id, {span.from, span.to});
    if (!said) return said.error();
    draft.said = std::move(said).value();
    const Result<DispositionCounts> outcomes = draft_outcomes(reader, row.id);
    if (!outcomes) return outcomes.error();
    draft.outcomes = *outcomes;
    consulted.push_back(std::move(draft));
  }
  return consultation_document(profile, month, consulted);
}

Result<void> add_drafts(Reader& reader, const Period& period, const WindowRule& rule, PromiseFacts& facts) {
  const Result<std::vector<DraftRow>> drafts = opened_drafts(reader);
  if (!drafts) return drafts.error();
  for (const DraftRow& row : *drafts) {
    const Instant opened = start_of_day_in_tehran(row.window->opens_on);
    if (opened < period.from || opened >= period.to) continue;
    DraftPromise& promise = row.origin == DraftOrigin::own ? facts.own_drafts : facts.higher_drafts;
    const int days = row.window->closes_on.number - row.window->opens_on.number + 1;
    ++promise.opened;
    if (days >= promised_days(rule, row.origin)) ++promise.long_enough;
    if (row.state == DraftState::open) ++promise.open_now;
    promise.comments += row.comment_count;
    const Result<std::map<std::string, std::int64_t>> said = draft_comments_by_group(reader, row.id, period);
    if (!said) return said.error();
    for (const auto& group : *said) {
      if (group.first != wire_name(CommenterGroup::citizen)) facts.expert_comments += group.second;
    }
  }
  return {};
}

ReportTable digest_table(const char* id, const char* title, const char* head) {
  return {id, say(title), {}, {{say(head), CellKind::text}, {say("digest.count"), CellKind::number}}, {}};
}

void add_count(ReportTable& table, std::string name, std::int64_t count, bool total = false) {
  table.rows.push_back({{text_cell(std::move(name)), number_cell(count)}, total});
}

ReportTable digest_states(const NewsDigest& digest) {
  ReportTable table = digest_table("states", "digest.states", "digest.state");
  for (const NewsCommentState state : kNewsCommentStates) {
    add_count(table, say("digest." + std::string(wire_name(state))), digest.by_state[static_cast<std::size_t>(state)]);
  }
  add_count(table, say("digest.total"), digest.total, true);
  return table;
}

ReportTable digest_tones(const NewsDigest& digest) {
  ReportTable table = digest_table("tones", "digest.tones", "digest.tone");
  for (const CommentTone tone : kCommentTones) {
    add_count(table, say("comment_tone." + std::string(wire_name(tone))),
              digest.by_tone[static_cast<std::size_t>(tone)]);
  }
  add_count(table, say("digest.untoned"), digest.untoned);
  add_count(table, say("digest.total"), digest.total, true);
  return table;
}

ReportTable digest_themes(const NewsDigest& digest) {
  ReportTable table = digest_table("themes", "digest.themes", "digest.theme");
  table.columns.push_back({say("digest.critical_sum"), CellKind::number});
  for (const NewsDigest::Theme& theme : digest.themes) {
    table.rows.push_back({{text_cell(theme.tag.empty() ? say("digest.untagged") : theme.tag), number_cell(theme.total),
                           number_cell(theme.critical)},
                          false});
  }
  return table;
}

ReportTable digest_items(const NewsDigest& digest) {
  ReportTable table = digest_table("items", "digest.items", "digest.item");
  table.columns.push_back({say("digest.critical_sum"), CellKind::number});
  table.columns.push_back({say("digest.answered"), CellKind::number});
  for (const NewsDigest::Item& item : digest.items) {
    table.rows.push_back(
        {{text_cell(item.title), number_cell(item.comments, "/staff/news/" + std::to_string(item.news_id)),
          number_cell(item.critical), number_cell(item.answered)},
         false});
  }
  return table;
}

}  // namespace

Result<PromiseFacts> promise_facts(Reader& reader, JalaliMonth month, Day today, const WindowRule& rule) {
  const JalaliMonth first = month_before(month, kYear - 1);
  const Period period{span_of(first).from, span_of(month).to};
  const IdRange ids = ids_of(first, month);
  const Day last = std::min(today, span_of(month).last);
  PromiseFacts facts;
  Result<void> done = each_case_fact(reader, ids.first, ids.after, [&](const CaseFact& fact) {
    count_fact(facts.by_kind.at(static_cast<std::size_t>(fact.kind)), fact, last);
    count_fact(facts.by_channel.at(static_cast<std::size_t>(fact.channel)), fact, last);
    if (!fact.answered_on || *fact.answered_on < span_of(month).first || last < *fact.answered_on) return;
    for (AnswerDays* one : {&facts.month_by_kind.at(static_cast<std::size_t>(fact.kind)),
                            &facts.month_by_channel.at(static_cast<std::size_t>(fact.channel))}) {
      ++one->answers;
      one->days += fact.answered_on->number - fact.registered_on.number;
    }
  });
  if (done) done = add_drafts(reader, period, rule, facts);
  if (!done) return done.error();
  const Result<Share> news = news_comments_answered(reader, period);
  if (!news) return news.error();
  facts.news_comments = news->all;
  facts.news_answered = news->part;
  const Result<Share> ratings = ratings_between(reader, period);
  if (!ratings) return ratings.error();
  facts.ratings = ratings->all;
  facts.score_sum = ratings->part;
  const Result<std::vector<ReportMark>> stored = stored_reports(reader, wire_name(ReportName::monthly), 0, kYear);
  if (!stored) return stored.error();
  facts.monthly_reports = std::count_if(stored->begin(), stored->end(), [&](const ReportMark& mark) {
    return mark.report.version == 1 && mark.report.month >= month_code(first);
  });
  return facts;
}

Result<ReportDocument> computed_document(Reader& reader, const Profile& profile, const ComputedReport& asked) {
  switch (asked.name) {
    case ReportName::complaints:
      return complaints(reader, profile, asked.month);
    case ReportName::channels:
      return channels(reader, profile, asked.month);
    case ReportName::consultation:
      return consultation(reader, profile, asked.month);
    case ReportName::surveys: {
      const Result<std::vector<SurveyMonth>> surveys = survey_months(reader, asked.month, asked.now);
      if (!surveys) return surveys.error();
      return surveys_document(profile, asked.month, *surveys);
    }
    case ReportName::promises: {
      const Result<PromiseFacts> facts =
          promise_facts(reader, asked.month, to_tehran(asked.now).day, profile.consultation);
      if (!facts) return facts.error();
      return promises_document(profile, asked.month, *facts);
    }
    case ReportName::monthly:
    case ReportName::digest:
      break;
  }
  return make_error(Code::not_found, "error.not_found");
}

Result<ReportDocument> digest_report_document(NewsService& news, const Profile& profile, JalaliMonth month,
                                              Instant now) {
  const MonthSpan span = span_of(month);
  Actor reader;
  reader.role = Role::public_relations;
  const Result<NewsDigest> digest = news.digest(reader, {span.first, std::min(span.last, to_tehran(now).day)});
  if (!digest) return digest.error();
  ReportDocument document = start_document(profile, wire_name(ReportName::digest), month);
  document.tables = {digest_states(*digest), digest_tones(*digest), digest_themes(*digest), digest_items(*digest)};
  std::erase_if(document.tables, [](const ReportTable& table) { return table.rows.empty(); });
  return document;
}

}  // namespace hamandish::server
