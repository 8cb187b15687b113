// /desk/new/<kind>: fill in, attach, send. Nothing typed is lost and no case is made twice: the Idempotency-Key is made
// once, is kept with the draft, and goes with every attempt until the server has answered with a receipt.
//
// Attachments are uploaded as soon as they are chosen; sending waits for them.
#pragma once

#include <memory>

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class NewCaseController : public Controller {
 public:
  NewCaseController(Context& context, CaseKind kind);

  view::Node view() const override;
  void start() override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;
  void files(std::string_view field, const std::vector<ChosenFile>& files) override;
  void resume() override;
  bool waits() const override { return waiting_; }
  void retry() override;

  const pages::NewCaseState& state() const { return state_; }

 private:
  using File = pages::NewCaseState::File;

  static constexpr std::string_view kAttachments = "attachments";
  // Files that have been uploaded, in the draft and in the hidden field of a form that the server sent back: «id:bytes:name»
  // by spaces, the name percent-encoded (shared/pages/new_case_page.cpp writes the same).
  static constexpr std::string_view kUploaded = "uploaded";

  struct Upload {
    std::string shown_id;  // of the File in the state; its id becomes the server's when it has arrived
    int file = 0;
    int call = 0;  // 0: not under way
    std::string token;
  };

  bool check();
  void send();
  void register_case();
  void registered(const Result<api::Receipt>& answer);
  void prove();
  void prove_on();
  void failed(const Error& error);
  void wait();
  void stop_waiting();
  void clear();
  void show_errors(std::vector<FieldError> errors);
  void forget_errors_of_gone_fields();

  // new_case_files.cpp
  void begin_upload(Upload& upload);
  void uploaded(const std::string& shown_id, const Result<api::AttachmentInfo>& answer);
  void remove_file(std::string_view shown_id);
  bool uploads_under_way() const;
  void keep_files();
  void restore_files(std::string_view kept);
  int percent() const;
  File* shown(std::string_view shown_id);
  Upload* upload_of(std::string_view shown_id);
  api::NewCase content() const;
  std::string shape() const;
  void find_same_subject();

  Context& context_;
  pages::NewCaseState state_;
  std::string path_;
  std::vector<Upload> uploads_;
  // The content of the first attempt that was not answered. When the server says that the key belongs to other content,
  // that attempt did arrive: its receipt is fetched by sending it once more.
  std::optional<api::NewCase> unanswered_;
  bool edited_ = false;   // the first attempt is being sent once more, though the form holds other content now
  bool waiting_ = false;  // to be sent when there is a network; kept with the draft
  // The proof of work, asked for by the server under load and searched for in pieces.
  std::optional<proof::Solver> solver_;
  std::string proof_;
  std::string trapped_;  // what a machine wrote into the field that no person sees
  std::string shape_;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
  Client client_;
};

}  // namespace hamandish::web
