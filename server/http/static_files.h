// The site (build/web) in memory: every file with its precompressed forms, and the template of the HTML pages.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace hamandish::server {

class StaticFiles {
 public:
  // Reads the directory and its subdirectories. `name.br` and `name.gz` beside `name` are its compressed forms. Files
  // whose name starts with a dot are left out. Unavailable if the directory cannot be read.
  static Result<StaticFiles> load(const std::string& directory);

  // The reply to a GET, 200 or 304, or nullptr if there is no such file. `path` is the decoded path of the address;
  // only exact names are found, so «..» finds nothing.
  std::unique_ptr<Reply> find(const Request& request) const;

  // Bytes of the file, or nullptr. `name` without a leading slash.
  const std::string* bytes(std::string_view name) const;
  // Name of the first file that starts with `stem` and a dot and ends with `suffix` («boot», «.js» finds
  // «boot.3fa9c1.js»), or "".
  std::string hashed_name(std::string_view stem, std::string_view suffix) const;

 private:
  struct File {
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> brotli;
    std::shared_ptr<const std::string> gzip;
    std::string type;
    std::string etag;
    bool hashed = false;  // the name carries a hash of the content: may be kept for ever
  };
  std::map<std::string, File, std::less<>> files_;
};

// Does the header Accept-Encoding name this coding, and not with q=0?
bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace hamandish::server
