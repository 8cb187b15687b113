#include "shared/reports/consultation_report.h"

#include <string>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/reports/message_reports.h"
#include "shared/reports/report_names.h"

namespace hamandish {
namespace {

std::int64_t said_in_month(const ConsultedDraft& draft) {
  std::int64_t all = 0;
  for (const auto& group : draft.said) all += group.second;
  return all;
}

// Figures lead to where the staff read what they count.
ReportCell linked(std::int64_t count, const ConsultedDraft& draft, const char* room) {
  return number_cell(count, count > 0 ? "/staff/drafts/" + std::to_string(draft.id) + room : std::string());
}

ReportTable drafts_table(const std::vector<ConsultedDraft>& drafts) {
  ReportTable table{"drafts", say("consulted.drafts"), {}, {}, {}};
  table.columns = {{say("consulted.title"), CellKind::text},  {say("consulted.opens"), CellKind::date},
                   {say("consulted.closes"), CellKind::date}, {say("consulted.days"), CellKind::number},
                   {say("consulted.state"), CellKind::text},  {say("consulted.said"), CellKind::number},
                   {say("consulted.all"), CellKind::number}};
  for (const ConsultedDraft& draft : drafts) {
    table.rows.push_back({{text_cell(draft.title), date_cell(draft.window.opens_on), date_cell(draft.window.closes_on),
                           number_cell(draft.window.closes_on.number - draft.window.opens_on.number + 1),
                           text_cell(say("draft_state." + std::string(wire_name(draft.state)))),
                           linked(said_in_month(draft), draft, ""), linked(draft.outcomes.comments, draft, "")},
                          false});
  }
  return table;
}

ReportTable outcomes_table(const std::vector<ConsultedDraft>& drafts) {
  ReportTable table{"outcomes", say("consulted.outcomes"), say("consulted.outcomes_note"), {}, {}};
  table.columns = {{say("consulted.title"), CellKind::text},
                   {say("disposition.rows"), CellKind::number},
                   {say("disposition.accepted"), CellKind::number},
                   {say("disposition.partly"), CellKind::number},
                   {say("disposition.not_accepted"), CellKind::number},
                   {say("disposition.undecided"), CellKind::number}};
  DispositionCounts sum;
  const auto row = [&table](std::string name, ReportCell all, const DispositionCounts& counts, bool total) {
    table.rows.push_back({{text_cell(std::move(name)), std::move(all), number_cell(counts.accepted),
                           number_cell(counts.partly), number_cell(counts.not_accepted), number_cell(counts.undecided)},
                          total});
  };
  for (const ConsultedDraft& draft : drafts) {
    row(draft.title, linked(draft.outcomes.rows, draft, "/answers"), draft.outcomes, false);
    sum.rows += draft.outcomes.rows;
    sum.accepted += draft.outcomes.accepted;
    sum.partly += draft.outcomes.partly;
    sum.not_accepted += draft.outcomes.not_accepted;
    sum.undecided += draft.outcomes.undecided;
  }
  row(say("statistics.sum"), number_cell(sum.rows), sum, true);
  return table;
}

ReportTable groups_table(const std::vector<ConsultedDraft>& drafts) {
  ReportTable table{"groups", say("consulted.groups"), {}, {}, {}};
  table.columns = {{say("comment_group.head"), CellKind::text}, {say("consulted.said"), CellKind::number}};
  std::int64_t all = 0;
  for (const CommenterGroup group : kCommenterGroups) {
    const std::string name(wire_name(group));
    std::int64_t count = 0;
    for (const ConsultedDraft& draft : drafts) {
      const auto found = draft.said.find(name);
      if (found != draft.said.end()) count += found->second;
    }
    all += count;
    table.rows.push_back({{text_cell(say("comment_group." + name)), number_cell(count)}, false});
  }
  table.rows.push_back({{text_cell(say("statistics.sum")), number_cell(all)}, true});
  return table;
}

}  // namespace

ReportDocument consultation_document(const Profile& profile, JalaliMonth month,
                                     const std::vector<ConsultedDraft>& drafts) {
  ReportDocument document = start_document(profile, wire_name(ReportName::consultation), month);
  if (drafts.empty()) document.lead.push_back(say("consulted.none"));
  document.tables = {drafts_table(drafts), outcomes_table(drafts), groups_table(drafts)};
  document.notes = {say("consulted.how")};
  return document;
}

}  // namespace hamandish
