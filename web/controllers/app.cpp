#include "web/controllers/app.h"

#include <algorithm>

#include "shared/pages/desk_page.h"
#include "shared/pages/info_pages.h"
#include "web/controllers/lost_code_controller.h"
#include "web/controllers/new_case_controller.h"
#include "web/controllers/receipt_controller.h"
#include "web/controllers/remote_controller.h"
#include "web/controllers/staff_pages.h"
#include "web/controllers/static_controller.h"
#include "web/controllers/track_controller.h"

namespace hamandish::web {

App::App(Profile profile, Browser& browser, Fetch& fetch, std::function<void()> render)
    : profile_(std::move(profile)),
      render_(std::move(render)),
      context_{browser,
               fetch,
               site_,
               handover_,
               [this] { changed(); },
               [this] { session_expired(); },
               [this](const std::string& form, std::string receipt) { ended_away(form, std::move(receipt)); },
               [this](pages::SiteNotice notice) { tell(std::move(notice)); }},
      client_(fetch) {
  site_.profile = &profile_;
}

App::~App() = default;

bool App::knows(std::string_view path) {
  return pages::match(path).has_value() && (has_staff_pages() || !pages::needs_staff_program(path));
}

void App::revisit(std::string_view mark) {
  if (controller_) controller_->revisit(mark);
}

void App::open(std::string_view path, std::string_view mark) {
  put_aside();
  picker_ = {};
  controller_.reset();
  early_ = {};
  site_.path = path;
  handover_.mark = mark;
  std::erase_if(site_.notices, [&](const pages::SiteNotice& one) { return one.target == path; });
  site_.now = context_.browser.now();
  const std::optional<pages::Route> route = pages::match(path);
  if (!route) {
    controller_ = std::make_unique<StaticController>(context_, &pages::not_found_view);
    return changed();
  }
  if (pages::is_staff_page(route->id) && !session_known_) return ask_session(*route);
  show(*route);
}

void App::ask_session(const pages::Route& route) {
  client_.session([this, route](Result<api::SessionInfo> answer) {
    session_known_ = true;
    if (answer.ok()) site_.session = std::move(answer).value();
    show(route);
  });
}

void App::show(const pages::Route& route) {
  if (auto waiting = waiting_.extract(site_.path); !waiting.empty()) {
    controller_ = std::move(waiting.mapped());
    return changed();
  }
  controller_ = make(route);
  starting_ = true;
  controller_->start();
  for (const auto& [field, value] : early_.inputs) controller_->input(field, value);
  if (early_.resumes) controller_->resume();
  early_ = {};
  starting_ = false;
  changed();
}

void App::changed() {
  if (!starting_) render_();
}

std::unique_ptr<Controller> App::make(const pages::Route& route) {
  using pages::PageId;
  const auto page = [this](StaticController::View from_site) {
    return std::make_unique<StaticController>(context_, from_site);
  };
  switch (route.id) {
    case PageId::home:
      return std::make_unique<HomeController>(context_);
    case PageId::desk:
      return page(&pages::desk_view);
    case PageId::new_case: {
      const CaseKind kind = case_kind_from(route.param).value_or(CaseKind::complaint);
      if (profile_.kind(kind) == nullptr) return page(&pages::not_found_view);
      return std::make_unique<NewCaseController>(context_, kind);
    }
    case PageId::receipt:
      return std::make_unique<ReceiptController>(context_, route.param);
    case PageId::lost_code:
      return std::make_unique<LostCodeController>(context_);
    case PageId::track:
      return std::make_unique<TrackController>(context_, route.param);
    case PageId::drafts:
      return std::make_unique<RemoteController>(context_, "/drafts");
    case PageId::draft:
      return std::make_unique<RemoteController>(context_, "/drafts/" + route.param);
    case PageId::news:
      return std::make_unique<RemoteController>(context_, "/news");
    case PageId::news_item:
      return std::make_unique<RemoteController>(context_, "/news/" + route.param);
    case PageId::surveys:
      return std::make_unique<RemoteController>(context_, "/surveys");
    case PageId::survey:
      return std::make_unique<RemoteController>(context_, "/surveys/" + route.param);
    case PageId::contact:
      return std::make_unique<ContactController>(context_);
    case PageId::help:
      return std::make_unique<RemoteController>(context_, route.param);
    case PageId::strategy:
      return std::make_unique<RemoteController>(context_, "/strategy");
    case PageId::statistics:
      return std::make_unique<RemoteController>(context_, "/statistics");
    case PageId::gallery:
    case PageId::staff:
    case PageId::staff_case:
    case PageId::remote:
    case PageId::staff_new:
      return make_staff(route);
    default:
      return page(&pages::not_found_view);
  }
}

std::unique_ptr<Controller> App::make_staff(const pages::Route& route) {
  std::unique_ptr<Controller> made = make_staff_page(context_, route, [this] {
    context_.browser.replace(site_.path);  // with what was typed before the session ended
  });
  if (made == nullptr) made = std::make_unique<StaticController>(context_, &pages::not_found_view);
  return made;
}

void App::session_expired() {
  site_.session.reset();
  site_.session_ended = true;
  handover_.inbox.reset();
  open(std::string(site_.path));
  context_.browser.focus("title");
}

void App::sign_out() {
  if (site_.session) client_.set_csrf_token(site_.session->csrf_token);
  context_.browser.forget_staff_drafts();
  client_.sign_out([this](const Result<void>&) {
    site_.session.reset();
    handover_.inbox.reset();
    context_.browser.go("/staff");
  });
}

bool App::input(std::string_view field, std::string_view value) {
  if (picker_.input(field, value)) {
    changed();
    return true;
  }
  if (controller_) return controller_->input(field, value);
  early_.inputs.emplace_back(field, value);
  return false;
}

void App::intent(std::string_view name) {
  if (name == "logout") return sign_out();
  if (name.starts_with(Picker::kIntent)) {
    if (!controller_) return;
    const std::string focus = picker_.intent(name, controller_->view(), context_.browser.now());
    changed();
    if (!focus.empty()) context_.browser.focus(focus);
    return;
  }
  if (controller_) controller_->intent(name);
}

void App::files(std::string_view field, const std::vector<ChosenFile>& files) {
  if (controller_) controller_->files(field, files);
}

void App::resume() {
  if (controller_) return controller_->resume();
  early_.resumes = true;
}

// --- Forms that wait for a network -----------------------------------------------------------------------------------

void App::put_aside() {
  if (!controller_ || !controller_->waits()) return;
  tell({"waiting", "waiting.elsewhere", false, "waiting.open", site_.path});
  waiting_[site_.path] = std::move(controller_);
}

void App::wait_for(std::string_view path, const std::vector<std::pair<std::string, std::string>>& fields) {
  const std::optional<pages::Route> route = pages::match(path);
  if (!route || path == site_.path || pages::is_staff_page(route->id)) return;
  std::unique_ptr<Controller> waiting = make(*route);
  starting_ = true;
  for (const auto& [name, value] : fields) waiting->input(name, value);
  starting_ = false;
  if (!waiting->waits()) return;
  waiting_[std::string(path)] = std::move(waiting);
  tell({"waiting", "waiting.elsewhere", false, "waiting.open", std::string(path)});
}

bool App::waits() const {
  return !waiting_.empty() || (controller_ && controller_->waits());
}

void App::online(bool is_online) {
  const bool known = std::any_of(site_.notices.begin(), site_.notices.end(),
                                 [](const pages::SiteNotice& one) { return one.id == "offline"; });
  if (!is_online && !known) tell({"offline", "offline.banner", false, {}, {}});
  if (is_online && known) {
    std::erase_if(site_.notices, [](const pages::SiteNotice& one) { return one.id == "offline"; });
    changed();
  }
  if (!is_online) return;
  if (controller_) controller_->retry();
  std::vector<std::string> forms;  // one that cannot be sent leaves the map
  for (const auto& [path, waiting] : waiting_) forms.push_back(path);
  for (const std::string& path : forms) {
    if (const auto at = waiting_.find(path); at != waiting_.end()) at->second->retry();
  }
}

void App::ended_away(const std::string& path, std::string receipt) {
  std::erase_if(site_.notices, [&](const pages::SiteNotice& one) { return one.target == path; });
  waiting_.erase(path);
  if (receipt.empty()) return tell({"refused", "waiting.refused", false, "waiting.open", path});
  tell({"sent", "waiting.sent", true, "waiting.receipt", std::move(receipt)});
}

// One notice of a kind; the last one counts.
void App::tell(pages::SiteNotice notice) {
  std::erase_if(site_.notices, [&](const pages::SiteNotice& one) { return one.id == notice.id; });
  site_.notices.push_back(std::move(notice));
  if (controller_) changed();
}

void App::choose_theme(std::string theme) {
  site_.theme = std::move(theme);
  if (controller_) changed();
}

bool App::ready() const {
  return controller_ && controller_->ready();
}

view::Node App::view() const {
  view::Node page = controller_->view();
  picker_.add_to(page, profile_);
  return page;
}

}  // namespace hamandish::web
