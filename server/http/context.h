// What the routes share for the length of the process.
#pragma once

#include <string>

#include "server/base/clock.h"
#include "server/http/metrics.h"
#include "server/http/page_template.h"
#include "server/http/proof_of_work.h"
#include "server/http/rate_limit.h"
#include "server/http/static_files.h"
#include "server/reports/receipt_pdf.h"
#include "server/service/services.h"

namespace hamandish::server {

class Channels;  // server/channels/channels.h

struct Settings {
  bool rate_limit = true;
  bool behind_tls = false;
  std::string open_api;  // the document, as in assets/openapi.json
  ProofOfWork::Mode proof_of_work = ProofOfWork::Mode::automatic;
};

struct Context {
  Services& services;
  const StaticFiles& files;
  const PageTemplate& pages;
  ReceiptPdf& receipt_pdf;
  Settings settings;
  Clock clock = system_now;
  Channels* channels = nullptr;  // without --channels: nothing
  RateLimit rate_limit{};
  ProofOfWork proof_of_work{};
  Metrics metrics{};
};

}  // namespace hamandish::server
