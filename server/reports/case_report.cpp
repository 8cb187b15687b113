#include "server/reports/case_report.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/messages/size_text.h"
#include "shared/pages/staff_case_page.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::server {
namespace {

using Kind = ReportBlock::Kind;
using Blocks = std::vector<ReportBlock>;

constexpr std::size_t kPieceBytes = 1600;  // a paragraph must fit a page

void heading(Blocks& blocks, std::string_view key) {
  blocks.push_back({Kind::heading, say(key)});
}

void fact(Blocks& blocks, const std::string& term, const std::string& value) {
  if (!value.empty()) blocks.push_back({Kind::paragraph, say("receipt.pdf_fact", {{"term", term}, {"value", value}})});
}

// Cut at lines, and a long line at a space.
void text_of(Blocks& blocks, std::string_view text) {
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    if (end > kPieceBytes) {
      const std::size_t space = text.rfind(' ', kPieceBytes);
      end = space == std::string_view::npos || space == 0 ? end : space;
    }
    if (end > 0) blocks.push_back({Kind::paragraph, std::string(text.substr(0, end))});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void add_facts(Blocks& blocks, const Profile& profile, const api::StaffCase& file) {
  fact(blocks, say("receipt.code"), grouped_code(file.tracking_code));
  fact(blocks, say("case.kind"), kind_text(profile, file.kind));
  fact(blocks, say("case.category"), file.category);
  fact(blocks, say("case.state"), state_text(file.state));
  if (file.outcome) fact(blocks, say("case.outcome"), say(message_key(*file.outcome)));
  fact(blocks, say("case.priority"), say(message_key(file.priority)));
  fact(blocks, say("case.channel"), say(message_key(file.channel)));
  fact(blocks, say("case.unit"), file.unit_name);
  fact(blocks, say("case.assignee"), file.assigned_name);
  fact(blocks, say("case.registered_at"), date_and_time(file.registered_at));
  fact(blocks, say("case.due_on"), long_date(file.due_on));
  for (const Answer& one : file.other)
    fact(blocks, pages::field_label(profile, file.kind, one.field), pages::field_words(one.field, one.value));
  std::string tags;
  for (const std::string& tag : file.tags) tags += (tags.empty() ? "" : "، ") + tag;
  fact(blocks, say("case.tag"), tags);
}

void add_person(Blocks& blocks, const Profile& profile, const api::StaffCase& file) {
  heading(blocks, "case.person");
  if (file.anonymous || file.person.empty()) return blocks.push_back({Kind::paragraph, say("case.anonymous")});
  for (const Answer& one : file.person) {
    const bool email = one.field == "email";
    fact(blocks, pages::field_label(profile, file.kind, one.field),
         email ? text::ltr(one.value) : text::persian_digits(pages::field_words(one.field, one.value)));
  }
}

void add_attachments(Blocks& blocks, const api::StaffCase& file) {
  if (file.attachments.empty()) return;
  heading(blocks, "case.attachments");
  for (const api::AttachmentInfo& one : file.attachments)
    fact(blocks, text::isolate(one.file_name), size_text(one.bytes));
}

void add_links(Blocks& blocks, const api::StaffCase& file) {
  if (file.links.empty()) return;
  heading(blocks, "case.links");
  for (const api::CaseLink& one : file.links) {
    fact(blocks, say(pages::relation_key(one.relation)), grouped_code(one.tracking_code) + ' ' + one.subject);
  }
}

void add_events(Blocks& blocks, const api::StaffCase& file) {
  heading(blocks, "case.events");
  for (const api::StaffEvent& event : file.events) {
    blocks.push_back({Kind::small_heading, pages::event_line(event)});
    text_of(blocks, pages::event_words(event));
    blocks.push_back({Kind::note, pages::event_by(event)});
  }
}

}  // namespace

Report case_report(const Profile& profile, const api::StaffCase& file, const std::string& asked_by, Instant now) {
  Report report;
  report.organisation = profile.name;
  report.title = file.subject;
  report.lead = say("case.file_of", {{"code", grouped_code(file.tracking_code)}});
  report.foot = say("case.file_foot", {{"name", asked_by}, {"when", date_and_time(now)}});
  add_facts(report.blocks, profile, file);
  add_person(report.blocks, profile, file);
  heading(report.blocks, "case.text");
  text_of(report.blocks, file.redacted ? say("case.text_redacted") : file.body);
  add_attachments(report.blocks, file);
  add_links(report.blocks, file);
  add_events(report.blocks, file);
  if (file.draft) {
    heading(report.blocks, "case.draft");
    text_of(report.blocks, file.draft->text);
  }
  return report;
}

}  // namespace hamandish::server
