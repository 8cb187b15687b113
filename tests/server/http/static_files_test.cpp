#include "server/http/static_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace hamandish::server {
namespace {

namespace fs = std::filesystem;

// A small site on the disk, removed again at the end.
struct Site {
  fs::path root;
  Site() : root(fs::temp_directory_path() / "hamandish-static-test") {
    fs::remove_all(root);
    fs::create_directories(root / "fonts");
    write("boot.0123abcd.js", "plain script");
    write("boot.0123abcd.js.br", "brotli script");
    write("boot.0123abcd.js.gz", "gzip script");
    write("robots.txt", "User-agent: *");
    write("fonts/face.ttf", "font");
    write(".secret", "no");
    write("left-over.js.br", "no plain file beside it");
  }
  ~Site() { fs::remove_all(root); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root / name, std::ios::binary) << text;
  }
};

std::unique_ptr<Reply> get(const StaticFiles& files, const std::string& path, std::vector<Header> headers = {}) {
  Request request;
  request.method = "GET";
  request.path = path;
  request.headers = std::move(headers);
  return files.find(request);
}

}  // namespace

TEST_CASE("static files come in the best coding the client takes") {
  const Site site;
  const auto files = StaticFiles::load(site.root.string());
  REQUIRE(files.ok());
  CHECK(*get(*files, "/boot.0123abcd.js")->shared_body == "plain script");
  CHECK(*get(*files, "/boot.0123abcd.js", {{"Accept-Encoding", "gzip"}})->shared_body == "gzip script");
  const auto best = get(*files, "/boot.0123abcd.js", {{"Accept-Encoding", "gzip, deflate, br"}});
  CHECK(*best->shared_body == "brotli script");
  CHECK(best->header("Content-Encoding") == "br");
  CHECK(best->header("Vary") == "Accept-Encoding");
  CHECK(best->content_type == "text/javascript; charset=utf-8");
  CHECK(*get(*files, "/boot.0123abcd.js", {{"Accept-Encoding", "br;q=0, gzip"}})->shared_body == "gzip script");
}

TEST_CASE("hashed names are kept for ever, others are asked for again") {
  const Site site;
  const auto files = StaticFiles::load(site.root.string());
  REQUIRE(files.ok());
  CHECK(get(*files, "/boot.0123abcd.js")->header("Cache-Control") == "public, max-age=31536000, immutable");
  const auto first = get(*files, "/robots.txt");
  CHECK(first->header("Cache-Control") == "public, no-cache");
  const std::string tag(first->header("ETag"));
  const auto again = get(*files, "/robots.txt", {{"If-None-Match", "W/" + tag}});
  CHECK(again->status == 304);
  CHECK(!again->shared_body);
  CHECK(get(*files, "/robots.txt", {{"If-None-Match", "\"other\""}})->status == 200);
}

TEST_CASE("only files of the site are found") {
  const Site site;
  const auto files = StaticFiles::load(site.root.string());
  REQUIRE(files.ok());
  CHECK(get(*files, "/fonts/face.ttf"));
  for (const std::string path : {"/", "", "/../etc/passwd", "/fonts/../robots.txt", "//robots.txt", "/.secret",
                                 "/left-over.js", "/fonts", "/robots.txt/"}) {
    CAPTURE(path);
    CHECK(!get(*files, path));
  }
  CHECK(!get(*files, std::string("/robots.txt\0", 12)));
}

TEST_CASE("a site that is not there is said to be missing") {
  const auto files = StaticFiles::load("/nonexistent/site");
  REQUIRE(!files.ok());
  CHECK(files.error().code == Code::unavailable);
  CHECK(files.error().detail.find("/nonexistent/site") != std::string::npos);
}

}  // namespace hamandish::server
