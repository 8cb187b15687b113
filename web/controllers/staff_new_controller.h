// /staff/new: takes a message down for a citizen.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class StaffNewController : public Controller {
 public:
  explicit StaffNewController(Context& context);

  view::Node view() const override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;
  void files(std::string_view field, const std::vector<ChosenFile>& files) override;

 private:
  // A file that can be sent: its place in the page, in the browser, and on the server once it has arrived.
  struct Upload {
    std::string shown_id;
    int number = 0;
    std::string name;
    std::string token;
  };

  void remove_file(std::string_view shown_id);
  api::NewCase content() const;
  void upload_next();
  void register_case();
  void failed(const Error& error);
  void send();
  void answered(Result<api::Receipt> answer);
  void begin_anew();

  Context& context_;
  pages::StaffNewState state_;
  Client client_;
  std::vector<Upload> uploads_;
};

}  // namespace hamandish::web
