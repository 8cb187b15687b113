#include "web/controllers/remote_controller.h"

#include <algorithm>
#include <utility>

#include "shared/api/routes.h"
#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/pages/info_pages.h"
#include "shared/pages/kept_files.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/surveys_page.h"
#include "shared/view/node_json.h"

namespace hamandish::web {
namespace {

view::Node* find(view::Node& node, std::string_view id) {
  if (node.id == id) return &node;
  for (view::Node& child : node.children) {
    if (view::Node* found = find(child, id)) return found;
  }
  return nullptr;
}

bool is_tick(view::Kind kind) {
  return kind == view::Kind::checkbox || kind == view::Kind::toggle;
}

bool is_field(view::Kind kind) {
  return kind == view::Kind::text_field || kind == view::Kind::text_area || kind == view::Kind::select ||
         is_tick(kind) || kind == view::Kind::radio_group || kind == view::Kind::hidden;
}

// application/x-www-form-urlencoded; what was typed goes before what the server had put there.
void add_fields(std::string& body, const view::Node& node,
                const std::map<std::string, std::string, std::less<>>& typed) {
  if (is_field(node.kind)) {
    const auto at = typed.find(node.id);
    const bool box = is_tick(node.kind);
    const std::string value = at != typed.end() ? at->second : box ? (node.checked ? "1" : "") : node.value;
    if (!body.empty()) body += '&';
    body += api::percent_encode(node.id) + "=" + api::percent_encode(value);
  }
  for (const view::Node& child : node.children) add_fields(body, child, typed);
}

// «stay.2.5.q1.q2»: what follows the first mark is the page (shared/pages/surveys_page.h, press_text).
std::string_view survey_page_of(std::string_view place) {
  place.remove_prefix(std::min(place.find('.') + 1, place.size()));
  return place.substr(0, place.find('.'));
}

}  // namespace

RemoteController::RemoteController(Context& context, std::string path)
    : context_(context), path_(std::move(path)), client_(context.fetch) {}

view::Node RemoteController::view() const {
  if (view_) return *view_;
  const std::string what = say("page.loading");
  view::Node waiting = view::node(view::Kind::skeleton, what, {}, "waiting");
  waiting.level = 4;
  return pages::frame(context_.site, what, {pages::title_heading(what), std::move(waiting)});
}

void RemoteController::start() {
  load(path_, {});
}

void RemoteController::load(std::string_view path, std::string body) {
  const bool sent = !body.empty();
  waiting_ = true;
  unsent_.clear();
  if (sent) unsent_ = {std::string(path), body};
  if (sent) typed_.clear();  // it is in the body and in the view; what comes now is newer than the answer
  client_.remote(path, std::move(body), [this, sent](Result<Json> answer) { answered(sent, std::move(answer)); });
}

bool RemoteController::input(std::string_view field, std::string_view value) {
  typed_.insert_or_assign(std::string(field), std::string(value));
  return put(field, value);
}

bool RemoteController::put(std::string_view field, std::string_view value) {
  view::Node* node = view_ ? find(*view_, field) : nullptr;
  if (node == nullptr) return false;
  if (is_tick(node->kind)) node->checked = value == "1";
  if (!is_tick(node->kind)) node->value = value;
  return true;
}

void RemoteController::files(std::string_view field, const std::vector<ChosenFile>& files) {
  if (!view_) {
    early_files_.emplace_back(field, files);
    return;
  }
  view::Node* node = find(*view_, field);
  if (node == nullptr) return;
  node->error.clear();
  for (const ChosenFile& file : files) {
    ++uploading_;
    client_.upload(file.number, file.name,
                   [this, to = std::string(field)](const Result<api::AttachmentInfo>& stored) { kept(to, stored); },
                   {});
  }
  context_.changed();
}

void RemoteController::kept(const std::string& field, const Result<api::AttachmentInfo>& stored) {
  --uploading_;
  view::Node* node = view_ ? find(*view_, field) : nullptr;
  view::Node* hidden = view_ ? find(*view_, pages::kept_field(field)) : nullptr;
  if (node == nullptr || hidden == nullptr) return;
  if (stored.ok()) {
    const pages::KeptFile file{stored->id, stored->file_name, stored->bytes};
    if (!node->multiple) node->children.clear();
    node->children.push_back(pages::kept_item(field, file));
    const std::string before = node->multiple && !hidden->value.empty() ? hidden->value + ' ' : std::string();
    hidden->value = before + pages::write_kept({file});
  } else {
    node->error = failure_text(stored.error());
  }
  context_.changed();
  // Whoever pressed before the file had arrived.
  if (uploading_ == 0 && !pressed_.empty()) intent(std::exchange(pressed_, {}));
}

// «unkeep:<field>:<file>»
void RemoteController::unkeep(std::string_view what) {
  const std::size_t mark = std::min(what.find(':'), what.size());
  const std::string field(what.substr(0, mark));
  const std::string id(what.substr(std::min(mark + 1, what.size())));
  view::Node* node = find(*view_, field);
  view::Node* hidden = find(*view_, pages::kept_field(field));
  if (node == nullptr || hidden == nullptr) return;
  const std::string item = field + "-" + id;
  std::erase_if(node->children, [&](const view::Node& child) { return child.id == item; });
  const std::size_t at = hidden->value.find(id);
  if (at == std::string::npos) return;
  const std::size_t end = std::min(hidden->value.find(' ', at), hidden->value.size() - 1);
  hidden->value.erase(at, end + 1 - at);
  context_.changed();
  context_.browser.focus(field);
}

void RemoteController::intent(std::string_view name) {
  constexpr std::string_view kSend = "send:";
  constexpr std::string_view kUnkeep = "unkeep:";
  if (name.starts_with(kUnkeep) && view_) return unkeep(name.substr(kUnkeep.size()));
  if (!name.starts_with(kSend)) return;
  // The same again is impatience; another press is for the view that comes.
  if (!view_ || uploading_ > 0 || (waiting_ && name != sending_)) pressed_ = name;
  if (waiting_ || !view_ || uploading_ > 0) return;
  // «send:<form>», or «send:<form>:<value of the button>».
  const std::string_view what = name.substr(kSend.size());
  const std::size_t mark = std::min(what.find(':'), what.size());
  const view::Node* form = find(*view_, what.substr(0, mark));
  if (form == nullptr) return;
  std::string body;
  add_fields(body, *form, typed_);
  if (mark < what.size()) body += "&press=" + api::percent_encode(what.substr(mark + 1));
  sending_ = name;
  opens_ = body.empty();
  load(form->target, std::move(body));
}

// There is no network: the form stays as it is, says so, and is sent when there is one again.
void RemoteController::wait() {
  view::Node* main = view_ ? find(*view_, "main") : nullptr;
  if (main == nullptr) return;
  offline_ = true;
  if (find(*main, "failure") == nullptr) {
    main->children.insert(main->children.begin(), view::notice(say("form.waiting"), view::Tone::warning, "failure"));
  }
  context_.changed();
  context_.browser.focus("failure");
}

void RemoteController::retry() {
  if (!offline_ || waiting_) return;
  const std::vector<std::string> again = unsent_;
  load(again[0], again[1]);
}

// Each page of a survey has its entry in the history, so that the browser's own way back leads through them.
void RemoteController::mark_page(std::string_view place) {
  const std::string page(survey_page_of(place));
  context_.browser.mark(place, !survey_page_.empty() && page != survey_page_);
  survey_page_ = page;
}

void RemoteController::revisit(std::string_view mark) {
  if (mark.empty() || !view_ || find(*view_, pages::kSurveyPlace) == nullptr) return;
  survey_page_ = survey_page_of(mark);
  intent("send:" + std::string(pages::kSurveyForm) + ":" + std::string(mark));
}

void RemoteController::answered(bool sent, Result<Json> answer) {
  waiting_ = false;
  if (!answer.ok()) {
    if (answer.error().code == Code::unauthorized) return context_.session_expired();
    if (sent && answer.error().key == "error.offline") return wait();
    pressed_.clear();
    const bool passes = answer.error().code == Code::unavailable || answer.error().code == Code::busy;
    view_ = pages::failure_view(context_.site, failure_text(answer.error()), passes ? path_ : std::string());
    return context_.changed();
  }
  if (const Json* go = answer->find("go"); go != nullptr && go->text() != nullptr) {
    // An address that only leads on has no place in the history: Back would be led on again.
    if (!sent) return context_.browser.replace(*go->text());
    context_.browser.forget_draft(path_);  // it was taken
    return context_.browser.go(*go->text());
  }
  offline_ = false;
  // Where the person was when the answers were kept.
  std::string place;
  if (const auto left = typed_.find(pages::kSurveyPlace); left != typed_.end() && !sent) place = left->second;
  if (!sent && !context_.handover.mark.empty()) place = std::exchange(context_.handover.mark, {});
  typed_.erase(std::string(pages::kSurveyPlace));
  if (sent && answer->find("taken") != nullptr) context_.browser.forget_draft(path_);
  const Json* view = answer->find("view");
  Result<view::Node> node =
      view != nullptr ? view::read_node(*view) : Result<view::Node>(make_error(Code::unavailable, "error.bad_answer"));
  if (!node.ok()) return answered(sent, node.error());
  view_ = std::move(node).value();
  // Who was quicker than this view typed into the page before it (or into the server's, and pressed its buttons).
  std::erase_if(typed_, [this](const auto& typed) { return !put(typed.first, typed.second); });
  context_.changed();
  for (const auto& [field, chosen] : std::exchange(early_files_, {})) this->files(field, chosen);
  if (!pressed_.empty()) return intent(std::exchange(pressed_, {}));
  const view::Node* here = find(*view_, pages::kSurveyPlace);
  if (here != nullptr && !place.empty() && place != here->value) {
    return intent("send:" + std::string(pages::kSurveyForm) + ":" + place);
  }
  const view::Node* go_to = find(*view_, pages::kGoTo);
  if (std::exchange(opens_, false) && go_to != nullptr) return context_.browser.focus(go_to->value);
  if (here != nullptr) mark_page(here->value);
  if (!sent) return;
  if (here != nullptr) context_.browser.keep(path_, here->id, here->value);
  for (const char* id : {"errors", "failure", "done", "title"}) {
    if (find(*view_, id) != nullptr) return context_.browser.focus(id);
  }
}

}  // namespace hamandish::web
