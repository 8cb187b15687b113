#include "shared/reports/promises.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/reports/message_figures.h"
#include "shared/reports/message_reports.h"
#include "shared/reports/report_names.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

using text::persian_number;

constexpr std::int64_t kTenths = 10;

// Of the messages that a promise is about.
struct Messages {
  Tally tally;
  AnswerDays month;
};

void add(Messages& sum, const Tally& tally, const AnswerDays& month) {
  sum.tally += tally;
  sum.month.answers += month.answers;
  sum.month.days += month.days;
}

// Nothing if it is about something else.
std::optional<Messages> messages_of(const PromiseFacts& facts, std::string_view promise) {
  if (!concerns(promise, CaseKind::complaint, Intake::web)) return std::nullopt;
  const bool of_channel = promise == "email" || promise == "voice" || promise == "sms";
  Messages sum;
  for (const CaseKind kind : kCaseKinds) {
    const auto at = static_cast<std::size_t>(kind);
    const bool wanted = !of_channel && *concerns(promise, kind, Intake::web);
    if (wanted) add(sum, facts.by_kind.at(at), facts.month_by_kind.at(at));
  }
  for (const Intake channel : kIntakes) {
    const auto at = static_cast<std::size_t>(channel);
    const bool wanted = of_channel && *concerns(promise, CaseKind::complaint, channel);
    if (wanted) add(sum, facts.by_channel.at(at), facts.month_by_channel.at(at));
  }
  return sum;
}

// How long answers took that were given in the month.
std::string with_month(const std::string& sentence, const AnswerDays& month) {
  if (month.answers == 0) return sentence;
  const std::int64_t tenths = (month.days * kTenths * 2 + month.answers) / (month.answers * 2);
  const char* key = month.answers == 1 ? "promise.month_answer" : "promise.month_answers";
  if (tenths == 0) key = "promise.month_same_day";
  const bool whole_days = tenths % kTenths == 0;
  const std::string mean = whole_days ? persian_number(tenths / kTenths) : shown(tenths_cell(tenths));
  return say(key, {{"sentence", sentence}, {"answers", persian_number(month.answers)}, {"mean", mean}});
}

PromiseFigure of_messages(const Messages& messages) {
  const Tally& tally = messages.tally;
  const std::optional<int> percent = percent_on_time(tally);
  if (tally.received == 0) return {say("promise.no_messages"), std::nullopt};
  const Params params = {{"received", persian_number(tally.received)},
                         {"answered", persian_number(tally.on_time + tally.late)},
                         {"percent", persian_number(percent.value_or(0))}};
  if (!percent) return {say("promise.messages_young", params), std::nullopt};
  return {with_month(say("promise.messages", params), messages.month), *percent >= kKeptPercent};
}

PromiseFigure of_drafts(const DraftPromise& drafts) {
  if (drafts.opened == 0) return {say("promise.no_drafts"), std::nullopt};
  PromiseFigure figure;
  figure.sentence = say("promise.drafts", {{"opened", persian_number(drafts.opened)},
                                           {"long_enough", persian_number(drafts.long_enough)},
                                           {"open", persian_number(drafts.open_now)},
                                           {"comments", persian_number(drafts.comments)}});
  // A window that is open is not kept yet; one that was planned too short is already broken.
  if (drafts.long_enough < drafts.opened) {
    figure.kept = false;
  } else if (drafts.open_now < drafts.opened) {
    figure.kept = true;
  }
  return figure;
}

PromiseFigure of_news(const PromiseFacts& facts) {
  if (facts.news_comments == 0) return {say("promise.no_news"), std::nullopt};
  return {say("promise.news",
              {{"comments", persian_number(facts.news_comments)}, {"answered", persian_number(facts.news_answered)}}),
          facts.news_answered > 0};
}

PromiseFigure of_mail(const Profile& profile, const PromiseFacts& facts) {
  const Tally mail = messages_of(facts, "email").value_or(Messages{}).tally;
  const std::string sentence = say("promise.mail", {{"received", persian_number(mail.received)},
                                                    {"answered", persian_number(mail.on_time + mail.late)},
                                                    {"reports", persian_number(facts.monthly_reports)},
                                                    {"head", profile.head_title}});
  return {sentence, facts.monthly_reports > 0};
}

PromiseFigure of_directory(const Profile& profile) {
  const auto reachable = std::count_if(profile.units.begin(), profile.units.end(),
                                       [](const Unit& unit) { return !unit.phone.empty() && !unit.email.empty(); });
  const auto units = static_cast<std::int64_t>(profile.units.size());
  return {say("promise.directory", {{"units", persian_number(units)}, {"reachable", persian_number(reachable)}}),
          reachable == units};
}

PromiseFigure of_survey(const PromiseFacts& facts) {
  if (facts.ratings == 0) return {say("promise.no_ratings"), std::nullopt};
  const std::int64_t tenths = (facts.score_sum * kTenths * 2 + facts.ratings) / (facts.ratings * 2);
  return {say("promise.ratings", {{"ratings", persian_number(facts.ratings)}, {"mean", shown(tenths_cell(tenths))}}),
          true};
}

PromiseFigure of_experts(const PromiseFacts& facts) {
  return {say("promise.experts", {{"comments", persian_number(facts.expert_comments)}}),
          facts.expert_comments > 0 ? std::optional(true) : std::nullopt};
}

}  // namespace

DraftPromise& DraftPromise::operator+=(const DraftPromise& other) {
  opened += other.opened;
  long_enough += other.long_enough;
  open_now += other.open_now;
  comments += other.comments;
  return *this;
}

bool is_kept_by(std::string_view promise_id, DraftOrigin origin) {
  if (promise_id == "drafts") return true;
  return promise_id == (origin == DraftOrigin::own ? "own-drafts" : "higher-drafts");
}

PromiseFigure promise_figure(const Profile& profile, const Promise& promise, const PromiseFacts& facts) {
  const std::string_view id = promise.id;
  if (id == "email") return of_mail(profile, facts);
  if (const std::optional<Messages> messages = messages_of(facts, id)) return of_messages(*messages);
  const bool own = is_kept_by(id, DraftOrigin::own);
  const bool higher = is_kept_by(id, DraftOrigin::higher_authority);
  if (own || higher) {
    DraftPromise drafts;
    if (own) drafts += facts.own_drafts;
    if (higher) drafts += facts.higher_drafts;
    return of_drafts(drafts);
  }
  if (id == "news") return of_news(facts);
  if (id == "survey") return of_survey(facts);
  if (id == "contact") return of_directory(profile);
  if (id == "experts") return of_experts(facts);
  return {say("promise.no_figure"), std::nullopt};
}

std::string verdict_text(const PromiseFigure& figure) {
  if (!figure.kept) return say("promise.undecided");
  return say(*figure.kept ? "promise.kept" : "promise.not_kept");
}

ReportDocument promises_document(const Profile& profile, JalaliMonth month, const PromiseFacts& facts) {
  ReportDocument document = start_document(profile, wire_name(ReportName::promises), month);
  ReportTable table{"promises", say("promise.table"), say("promise.table_note"), {}, {}};
  table.columns = {{say("promise.promise"), CellKind::text},
                   {say("promise.figure"), CellKind::text},
                   {say("promise.messages_received"), CellKind::number},
                   {say("promise.verdict"), CellKind::text}};
  for (const Promise& promise : profile.promises) {
    const PromiseFigure figure = promise_figure(profile, promise, facts);
    const std::optional<Messages> messages = messages_of(facts, promise.id);
    ReportCell received;
    if (messages) received = number_cell(messages->tally.received, figure_link("promises", promise.id, "received"));
    table.rows.push_back(
        {{text_cell(promise.title), text_cell(figure.sentence), std::move(received), text_cell(verdict_text(figure))},
         false});
  }
  ReportTable kinds_table{"kinds", say("promise.kinds"), {}, {{say("statistics.kind"), CellKind::text}}, {}};
  kinds_table.columns.push_back({say("statistics.received"), CellKind::number});
  kinds_table.columns.push_back({say("statistics.on_time"), CellKind::number});
  kinds_table.columns.push_back({say("statistics.late"), CellKind::number});
  kinds_table.columns.push_back({say("statistics.overdue"), CellKind::number});
  kinds_table.columns.push_back({say("monthly.on_time_share"), CellKind::percent});
  const auto line = [&kinds_table](std::string_view row, std::string name, const Tally& tally, bool total) {
    const auto cell = [&](std::int64_t count, const char* part) {
      return number_cell(count, count > 0 ? figure_link("kinds", row, part) : std::string());
    };
    kinds_table.rows.push_back(
        {{text_cell(std::move(name)), cell(tally.received, "received"), cell(tally.on_time, "on_time"),
          cell(tally.late, "late"), cell(tally.overdue, "overdue"), percent_cell(percent_on_time(tally))},
         total});
  };
  Tally all;
  for (const CaseKind kind : kCaseKinds) {
    const Tally& tally = facts.by_kind.at(static_cast<std::size_t>(kind));
    all += tally;
    line(wire_name(kind), kind_text(profile, kind), tally, false);
  }
  line(kAllRows, say("statistics.sum"), all, true);
  document.tables = {std::move(table), std::move(kinds_table)};
  document.notes = {say("promise.how", {{"percent", persian_number(kKeptPercent)}})};
  return document;
}

}  // namespace hamandish
