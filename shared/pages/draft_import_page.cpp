#include "shared/pages/draft_import_page.h"

#include <algorithm>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_drafts_page.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

std::string count_of(const Clauses& clauses, ClauseKind kind) {
  return text::persian_number(
      std::count_if(clauses.begin(), clauses.end(), [kind](const Clause& clause) { return clause.kind == kind; }));
}

// Without an intent: the browser sends it by itself, because the application hands on words, not files.
Node file_form(const Site& site, const DraftImportState& state) {
  Node file = view::node(Kind::file_field, say("import.file"), {}, "draft_file");
  file.help = say("import.file_help");
  file.required = true;
  file.input.accept = ".docx,.txt";
  file.error = error_text(state.errors, "draft_file");
  Node send = view::button(say("import.read"), Tone::primary);
  send.id = "import-send";
  Node form = staff_form(site, "import", say("import.heading"), std::string(kDraftImportPath),
                         {std::move(file), view::actions({std::move(send)})});
  form.intent.clear();
  form.multipart = true;
  return form;
}

void add_preview(Nodes& content, const DraftImportState& state) {
  content.push_back(view::heading(2, say("import.preview"), "preview"));
  Node facts = view::node(Kind::facts, {}, {}, "import-facts");
  facts.children.push_back(view::fact(say("import.file_name"), state.file_name));
  facts.children.push_back(view::fact(say("import.articles"), count_of(state.clauses, ClauseKind::article)));
  facts.children.push_back(view::fact(say("import.notes"), count_of(state.clauses, ClauseKind::note)));
  facts.children.push_back(view::fact(say("import.items"), count_of(state.clauses, ClauseKind::item)));
  content.push_back(std::move(facts));
  if (state.numbered > 0) {
    content.push_back(view::notice(say("import.numbered", {{"count", text::persian_number(state.numbered)}}),
                                   Tone::warning, "numbered"));
  }
  content.push_back(view::actions({view::link(say("import.use"), std::string(kImportedDraftPath))}));
  for (const Clause& clause : state.clauses) {
    const std::string name = clause.name.empty() ? say("draft.preamble") : clause.name;
    const bool is_top = clause.kind == ClauseKind::article || clause.kind == ClauseKind::preamble;
    Node section = view::section(name, {view::heading(is_top ? 3 : 4, name)}, "clause-" + clause.id);
    add_paragraphs(section.children, clause.text);
    content.push_back(std::move(section));
  }
}

}  // namespace

Node draft_import_view(const Site& site, const DraftImportState& state) {
  Nodes content = {view::actions({view::link(say("draft.staff_heading"), std::string(kStaffDraftsPath))}),
                   title_heading(say("import.heading"))};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  content.push_back(view::paragraph(say("import.lead")));
  content.push_back(file_form(site, state));
  if (!state.clauses.empty()) add_preview(content, state);
  return frame(site, say("import.heading"), std::move(content));
}

}  // namespace hamandish::pages
