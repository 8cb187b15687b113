// Pages whose view is a function of the site alone, and the home page, which also takes a tracking code.
#pragma once

#include "shared/api/wire.h"
#include "shared/pages/gallery_page.h"
#include "shared/pages/gallery_rows.h"
#include "shared/pages/info_pages.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class StaticController : public Controller {
 public:
  using View = view::Node (*)(const pages::Site&);
  StaticController(Context& context, View make) : context_(context), view_(make) {}

  view::Node view() const override { return view_(context_.site); }

 private:
  Context& context_;
  View view_;
};

class GalleryController : public Controller {
 public:
  explicit GalleryController(Context& context) : context_(context) {}

  view::Node view() const override { return pages::gallery_view(context_.site, state_); }
  void intent(std::string_view name) override;

 private:
  Context& context_;
  pages::GalleryState state_;
};

// «/gallery/rows-<n>»: a long table, see shared/pages/gallery_rows.h.
class GalleryRowsController : public Controller {
 public:
  GalleryRowsController(Context& context, std::size_t rows) : context_(context), rows_(rows) {}

  view::Node view() const override { return pages::gallery_rows_view(context_.site, rows_); }

 private:
  Context& context_;
  std::size_t rows_;
};

// The directory: its search shows some of its units. What was asked for is the mark of the history's entry.
class ContactController : public Controller {
 public:
  explicit ContactController(Context& context) : context_(context) {}

  view::Node view() const override { return pages::contact_view(context_.site, state_); }
  void start() override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;  // «directory-search»
  void resume() override;                       // the server has found them
  void revisit(std::string_view mark) override;

 private:
  Context& context_;
  pages::ContactState state_;
};

class HomeController : public Controller {
 public:
  explicit HomeController(Context& context) : context_(context) {}

  view::Node view() const override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;  // «track»: goes to /track with what was typed

 private:
  Context& context_;
  api::Lookup typed_;
};

}  // namespace hamandish::web
