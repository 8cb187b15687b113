#include "server/http/compression.h"

#include <brotli/decode.h>
#include <doctest/doctest.h>
#include <zlib.h>

#include "server/http/static_files.h"

namespace hamandish::server {
namespace {

std::string page_text() {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "<p>" + std::to_string(i) + "</p>";
  return text;
}

Reply page(const std::string& cache) {
  Reply reply;
  reply.content_type = "text/html; charset=utf-8";
  reply.body = page_text();
  reply.set("Cache-Control", cache);
  return reply;
}

Request get(const std::string& codings, const std::string& tag = {}) {
  Request request;
  request.method = "GET";
  request.headers = {{"Accept-Encoding", codings}};
  if (!tag.empty()) request.headers.push_back({"If-None-Match", tag});
  return request;
}

std::string brotli_undone(const std::string& bytes) {
  std::string out(1 << 20, '\0');
  std::size_t size = out.size();
  const auto result = BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                              reinterpret_cast<std::uint8_t*>(out.data()));
  CHECK(result == BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

std::string gzip_undone(std::string bytes) {
  std::string out(1 << 20, '\0');
  z_stream stream{};
  CHECK(inflateInit2(&stream, 15 + 16) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("compressed text is the same text") {
  CHECK(brotli_undone(brotli(page_text(), 5)) == page_text());
  CHECK(gzip_undone(gzip(page_text())) == page_text());
  CHECK(gzip_undone(gzip("")).empty());
}

TEST_CASE("pages are compressed as the client likes it") {
  Finisher finisher;
  Reply reply = page("no-store");
  finisher.finish(get("gzip, br"), reply);
  CHECK(reply.header("Content-Encoding") == "br");
  CHECK(brotli_undone(*reply.shared_body) == page_text());
  CHECK(reply.header("ETag").empty());
  reply = page("no-store");
  finisher.finish(get("gzip"), reply);
  CHECK(gzip_undone(*reply.shared_body) == page_text());
  reply = page("no-store");
  finisher.finish(get(""), reply);
  CHECK(reply.header("Content-Encoding").empty());
  CHECK(reply.body == page_text());
  CHECK(reply.header("Vary") == "Accept-Encoding");
}

TEST_CASE("public pages have a tag, and their compressed form is made once") {
  Finisher finisher;
  Reply first = page("public, no-cache");
  finisher.finish(get("br"), first);
  const std::string tag(first.header("ETag"));
  CHECK(!tag.empty());
  Reply second = page("public, no-cache");
  finisher.finish(get("br"), second);
  CHECK(second.shared_body == first.shared_body);
  Reply third = page("public, no-cache");
  finisher.finish(get("br", tag), third);
  CHECK(third.status == 304);
  CHECK(third.body.empty());
}

TEST_CASE("what a query asked for is neither kept nor compressed at a high price") {
  Finisher finisher;
  const auto answer = [&](bool asked) {
    Request request = get("br");
    if (asked) request.query.push_back({"q", "word"});
    Reply reply = page("public, max-age=60");
    finisher.finish(request, reply);
    return reply.shared_body;
  };
  CHECK(answer(false) == answer(false));
  CHECK(answer(true) != answer(true));
  CHECK(*answer(true) == brotli(page_text(), 5));
  CHECK(brotli_undone(*answer(true)) == page_text());
}

TEST_CASE("private JSON and small replies are left alone") {
  Finisher finisher;
  Reply json;
  json.content_type = "application/json";
  json.body = page_text();
  json.set("Cache-Control", "no-store");
  finisher.finish(get("br"), json);
  CHECK(json.body == page_text());
  Reply small = page("no-store");
  small.body = "<p>";
  finisher.finish(get("br"), small);
  CHECK(small.body == "<p>");
}

TEST_CASE("Accept-Encoding is read with its weights") {
  CHECK(accepts("br", "br"));
  CHECK(accepts("gzip, deflate, BR", "br"));
  CHECK(accepts("br;q=0.5", "br"));
  CHECK(accepts("gzip;q=1.0, br; q=0.1", "br"));
  CHECK(!accepts("br;q=0", "br"));
  CHECK(!accepts("br; q=0.000", "br"));
  CHECK(!accepts("", "br"));
  CHECK(!accepts("brr, xbr", "br"));
}

}  // namespace hamandish::server
