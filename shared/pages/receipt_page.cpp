#include "shared/pages/receipt_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

Node code_node(const api::Receipt& receipt) {
  Node code = view::node(Kind::code, say("receipt.code"), {}, "tracking-code");
  code.value = receipt.tracking_code;
  return code;
}

Node facts(const api::Receipt& receipt) {
  Node all =
      view::node(Kind::facts, {},
                 {view::fact(say("case.subject"), receipt.subject), view::fact(say("case.unit"), receipt.unit_name),
                  view::fact(say("case.registered_at"), date_and_time(receipt.registered_at)),
                  view::fact(say("case.due_on"), long_date(receipt.due_on))},
                 "facts");
  if (!receipt.files.empty()) all.children.push_back(view::fact(say("case.attachments"), file_names(receipt.files)));
  all.children.push_back(view::fact(say("receipt.fingerprint"), receipt.text_sha256.substr(0, 16), true));
  all.children.push_back(view::fact(say("receipt.chain"), receipt.chain_head.substr(0, 16), true));
  return all;
}

Node acknowledge_form(const ReceiptState& state) {
  Node form = view::node(Kind::form, say("receipt.acknowledge"), {}, "acknowledge");
  form.target = "/desk/receipt/" + state.receipt.receipt_token;
  form.intent = "acknowledge";
  Node download = view::link(say("receipt.download"), form.target + "/pdf");
  Nodes controls;
  if (!state.acknowledged) controls.push_back(view::button(say("receipt.acknowledge"), view::Tone::primary));
  controls.push_back(std::move(download));
  form.children.push_back(view::actions(std::move(controls)));
  return form;
}

}  // namespace

std::string file_names(const std::vector<std::string>& files) {
  std::string names;
  for (const std::string& name : files) {
    if (!names.empty()) names += say("receipt.and") + " ";
    names += text::isolate(name);
  }
  return names;
}

Node receipt_view(const Site& site, const ReceiptState& state) {
  const api::Receipt& receipt = state.receipt;
  Nodes content;
  content.push_back(title_heading(say("receipt.heading")));
  content.push_back(view::paragraph(say("receipt.lead")));
  // The card is what one keeps on paper (style.css, print): nothing that is needed later stands outside it.
  content.push_back(view::card(
      {code_node(receipt),
       view::actions(
           {view::button(say("receipt.copy"), view::Tone::neutral, "copy:tracking-code:" + say("receipt.copied")),
            view::button(say("receipt.print"), view::Tone::neutral, "print")}),
       view::paragraph(say(receipt.code_alone_suffices ? "receipt.keep_alone" : "receipt.keep")), facts(receipt)}));
  content.push_back(acknowledge_form(state));
  if (state.acknowledged) {
    content.push_back(view::notice(say("receipt.acknowledged"), view::Tone::success, "acknowledged"));
  }
  content.push_back(view::actions({view::link(say("notices.link"), "/notices")}));
  return frame(site, say("receipt.heading"), std::move(content));
}

}  // namespace hamandish::pages
