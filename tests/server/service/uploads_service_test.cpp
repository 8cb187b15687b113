#include "server/service/uploads_service.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

// The local header of a part of a zip, not compressed; enough for a type to be told.
std::string zip_part(const std::string& name, const std::string& content) {
  const auto two = [](std::size_t n) {
    return std::string{static_cast<char>(n & 0xFF), static_cast<char>((n >> 8) & 0xFF)};
  };
  const auto four = [&](std::size_t n) { return two(n & 0xFFFF) + two(n >> 16); };
  return "PK\x03\x04" + std::string("\x14\0\0\0\0\0\0\0\0\0", 10) + four(0) + four(content.size()) +
         four(content.size()) + two(name.size()) + two(0) + name + content;
}

std::string type_of(ServiceFixture& fixture, const std::string& bytes) {
  const Result<api::AttachmentInfo> stored = fixture.services->uploads.store_upload("file", bytes, kTestNow);
  return stored.ok() ? stored->mime : stored.error().key;
}

TEST_CASE_FIXTURE(ServiceFixture, "a file is kept with its name and the type of its content") {
  const Result<api::AttachmentInfo> stored =
      services->uploads.store_upload("C:\\Users\\me\\عكس  من.pdf", tiny_png(), kTestNow);
  REQUIRE(stored.ok());
  CHECK(stored->id.size() == 22);
  CHECK(stored->file_name == "عکس من.pdf");
  CHECK(stored->mime == "image/png");
  CHECK(stored->bytes == static_cast<std::int64_t>(tiny_png().size()));
  CHECK(count("SELECT length(content) FROM attachment_bytes") == stored->bytes);
}

TEST_CASE_FIXTURE(ServiceFixture, "the content decides the type; what is not on the list is refused") {
  CHECK(type_of(*this, tiny_png()) == "image/png");
  CHECK(type_of(*this, tiny_pdf()) == "application/pdf");
  CHECK(type_of(*this, std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", 20)) == "image/jpeg");
  const std::string wav(
      "RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x44\xAC\0\0\x88\x58\x01\0\x02\0\x10\0data\0\0\0\0", 44);
  CHECK(type_of(*this, wav) == "audio/wav");
  const std::string webp("RIFF\x1A\0\0\0WEBPVP8L\x0D\0\0\0\x2F\0\0\0\x10\x07\x10\x11\x11\x88\x88\xFE\x07\0", 34);
  CHECK(type_of(*this, webp) == "image/webp");
  const std::string frame = std::string("\xFF\xFB\x90\x64", 4) + std::string(413, '\0');
  CHECK(type_of(*this, frame + frame) == "audio/mpeg");
  CHECK(type_of(*this, std::string("ID3\x03\0\0\0\0\0\x0A", 10) + std::string(10, '\0') + frame) == "audio/mpeg");
  CHECK(
      type_of(*this,
              std::string(
                  "OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01\x01\0\0\x80\xBB\0\0\0\0\0",
                  47)) == "audio/ogg");
  CHECK(type_of(*this, std::string("\0\0\0\x20"
                                   "ftypM4A \0\0\0\0M4A mp42isom\0\0\0\0",
                                   32)) == "audio/mp4");
  CHECK(type_of(*this, zip_part("[Content_Types].xml", "<a/>") + zip_part("word/document.xml", "<b/>")) ==
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  CHECK(type_of(*this, zip_part("[Content_Types].xml", "<a/>") + zip_part("xl/workbook.xml", "<b/>")) ==
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  for (const std::string& bad :
       {zip_part("a.txt", "hello"), std::string("MZ\x90\0\x03\0\0\0", 8), std::string("#!/bin/sh\nrm -rf /\n"),
        std::string("<html><script>alert(1)</script></html>"), std::string("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        std::string("GIF89a\x01\0\x01\0\0\0\0;", 14), std::string("plain text"), std::string(1000, '\0')}) {
    CHECK(type_of(*this, bad) == "upload.kind_not_allowed");
  }
}

TEST_CASE_FIXTURE(ServiceFixture, "empty, too large and nameless files are refused beside the field") {
  const auto refused = [&](const std::string& name, const std::string& bytes) {
    const Result<api::AttachmentInfo> answer = services->uploads.store_upload(name, bytes, kTestNow);
    REQUIRE_FALSE(answer.ok());
    REQUIRE(answer.error().fields.size() == 1);
    CHECK(answer.error().fields[0].field == "attachments");
    return answer.error();
  };
  CHECK(refused("a.png", "").key == "upload.empty");
  const std::string large = tiny_png() + std::string(10 * 1024 * 1024, '\0');
  CHECK(refused("a.png", large).code == Code::too_large);
  CHECK(refused("a.png", large).params.at(0).value == "10");
  for (const std::string& name : {std::string(), std::string("   "), std::string(".."), std::string("dir/"),
                                  std::string("\xFF\xFE"), std::string(100000, 'n'), std::string(200, 'n')}) {
    CHECK(refused(name, tiny_png()).key == "upload.no_name");
  }
  CHECK(count("SELECT COUNT(*) FROM attachments") == 0);
  CHECK(count("SELECT COUNT(*) FROM attachment_bytes") == 0);
}

TEST_CASE_FIXTURE(ServiceFixture, "exactly ten megabytes are accepted") {
  const std::string bytes =
      tiny_png() + std::string(static_cast<std::size_t>(kMaxUploadBytes) - tiny_png().size(), 'z');
  REQUIRE(services->uploads.store_upload("a.png", bytes, kTestNow).ok());
  CHECK(count("SELECT length(content) FROM attachment_bytes") == kMaxUploadBytes);
}

TEST_CASE_FIXTURE(ServiceFixture,
                  "what no case takes is removed, bytes and all: by hand at once, by tidying after a day") {
  const Result<api::AttachmentInfo> first = services->uploads.store_upload("a.png", tiny_png(), kTestNow);
  REQUIRE(services->uploads.remove_upload(first->id, kTestNow).ok());
  CHECK(services->uploads.remove_upload(first->id, kTestNow).error().code == Code::not_found);
  CHECK(services->uploads.remove_upload("' OR 1=1", kTestNow).error().code == Code::not_found);

  REQUIRE(services->uploads.store_upload("b.png", tiny_png(), kTestNow).ok());
  REQUIRE(services->tidy(kTestNow + (kUploadLifetime - 1)).ok());
  CHECK(count("SELECT COUNT(*) FROM attachment_bytes") == 1);
  REQUIRE(services->tidy(kTestNow + kUploadLifetime).ok());
  CHECK(count("SELECT COUNT(*) FROM attachments") == 0);
  CHECK(count("SELECT COUNT(*) FROM attachment_bytes") == 0);
}

TEST_CASE_FIXTURE(ServiceFixture, "what belongs to a case is neither removed nor tidied") {
  const Result<api::AttachmentInfo> file = services->uploads.store_upload("a.png", tiny_png(), kTestNow);
  api::NewCase content = sample_case();
  set_answer(content.answers, "attachments", file->id);
  REQUIRE(services->cases.register_case(content, "key-1", kTestNow).ok());
  CHECK_FALSE(services->uploads.remove_upload(file->id, kTestNow).ok());
  REQUIRE(services->tidy(kTestNow + 400 * kDay).ok());
  CHECK(count("SELECT COUNT(*) FROM attachment_bytes") == 1);
}

// What a crash would leave is what a reader sees at that moment: the last commit.
TEST_CASE_FIXTURE(ServiceFixture, "at every moment an upload is there with its bytes or not at all") {
  std::thread uploading([&] {
    for (int i = 0; i < 20; ++i) {
      const std::string bytes = tiny_png() + std::string(300000, static_cast<char>('a' + i));
      CHECK(services->uploads.store_upload("a.png", bytes, kTestNow).ok());
    }
  });
  for (int i = 0; i < 40; ++i) {
    CHECK(count("SELECT COUNT(*) FROM attachments a LEFT JOIN attachment_bytes b ON b.attachment_id = a.id "
                "WHERE b.content IS NULL OR length(b.content) != a.bytes") == 0);
  }
  uploading.join();
  CHECK(count("SELECT COUNT(*) FROM attachments") == 20);
}

}  // namespace
}  // namespace hamandish::server
