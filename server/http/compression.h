// Compresses replies that are made anew: pages and the few public documents. The site's files come compressed.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace hamandish::server {

// "" if the library fails.
std::string brotli(std::string_view text, int quality);
std::string gzip(std::string_view text);

// Gives GET replies a tag (and 304), and compresses text. Public pages are the same for everybody, so their compressed
// form is kept and may cost more, unless a query asked for them; JSON with personal data is left alone.
class Finisher {
 public:
  void finish(const Request& request, Reply& reply);

 private:
  std::shared_ptr<const std::string> compressed(std::string_view coding, const std::string& tag, const Request& request,
                                                const Reply& reply);

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const std::string>> kept_;  // by coding and tag
};

}  // namespace hamandish::server
