#include "server/service/docx_text.h"

#include <archive.h>
#include <archive_entry.h>
#include <expat.h>

#include <array>
#include <memory>
#include <utility>

#include "shared/consultations/clauses.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kPackage = "PK\x03\x04";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kDocument = "word/document.xml";
constexpr int kMostEntries = 2000;
constexpr std::size_t kMostTextBytes = kMostDraftBytes;

Error wrong(const char* key, Code code = Code::invalid) {
  return make_error(code, key);
}

// Reads the XML of a document as it comes; expat calls back with names as «namespace local».
class DocumentReader {
 public:
  DocumentReader() : parser_(XML_ParserCreateNS("UTF-8", ' ')) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  // False when it cannot be read further: `problem` says why.
  bool feed(std::string_view xml, bool last) {
    const bool parsed =
        XML_Parse(parser_.get(), xml.data(), static_cast<int>(xml.size()), last ? 1 : 0) == XML_STATUS_OK;
    if (!parsed && problem_ == nullptr) problem_ = "import.broken";
    return parsed;
  }
  const char* problem() const { return problem_; }
  FileText take() { return std::move(found_); }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  static DocumentReader& self(void* data) { return *static_cast<DocumentReader*>(data); }

  // The local name of an element of the word processor's own vocabulary; «Fallback» of the one for compatibility.
  static std::string_view local(std::string_view name) {
    const std::size_t space = name.find(' ');
    if (space == std::string_view::npos) return {};
    const std::string_view space_name = name.substr(0, space);
    const bool ours = space_name.find("wordprocessingml") != std::string_view::npos;
    const bool of_compatibility = space_name.find("markup-compatibility") != std::string_view::npos;
    return ours || of_compatibility ? name.substr(space + 1) : std::string_view{};
  }

  static void on_start(void* data, const XML_Char* name, const XML_Char** /*attributes*/) {
    DocumentReader& reader = self(data);
    const std::string_view element = local(name);
    if (element == "Fallback") ++reader.skipped_;
    if (reader.skipped_ > 0) return;
    if (element == "t") reader.in_text_ = true;
    if (element == "tab") reader.add(" ");
    if (element == "br" || element == "cr") reader.add("\n");
    if (element == "numId") ++reader.found_.numbered_paragraphs;
  }

  static void on_end(void* data, const XML_Char* name) {
    DocumentReader& reader = self(data);
    const std::string_view element = local(name);
    if (element == "Fallback") --reader.skipped_;
    if (element == "t") reader.in_text_ = false;
    if (element == "p" && reader.skipped_ == 0) reader.add("\n");
  }

  static void on_text(void* data, const XML_Char* text, int bytes) {
    DocumentReader& reader = self(data);
    if (reader.in_text_ && reader.skipped_ == 0) reader.add({text, static_cast<std::size_t>(bytes)});
  }

  // A document has none; a file that has one wants to define entities.
  static void on_doctype(void* data, const XML_Char* /*name*/, const XML_Char* /*system_id*/,
                         const XML_Char* /*public_id*/, int /*has_internal*/) {
    self(data).stop("import.broken");
  }

  void add(std::string_view text) {
    if (found_.text.size() + text.size() > kMostTextBytes) return stop("import.too_much_inside");
    found_.text += text;
  }

  void stop(const char* problem) {
    problem_ = problem;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  std::unique_ptr<XML_ParserStruct, Free> parser_;
  FileText found_;
  const char* problem_ = nullptr;
  int skipped_ = 0;
  bool in_text_ = false;
};

struct CloseArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};

Error problem_of(const DocumentReader& reader) {
  const std::string_view key = reader.problem();
  return wrong(reader.problem(), key == "import.too_much_inside" ? Code::too_large : Code::invalid);
}

// Of the entry that the archive stands at.
Result<FileText> read_document(archive* package) {
  DocumentReader reader;
  std::array<char, 64UL * 1024> buffer{};
  std::size_t unpacked = 0;
  while (true) {
    const la_ssize_t got = archive_read_data(package, buffer.data(), buffer.size());
    if (got < 0) return wrong("import.broken");
    unpacked += static_cast<std::size_t>(got);
    if (unpacked > kMostUnpackedBytes) return wrong("import.too_much_inside", Code::too_large);
    if (!reader.feed({buffer.data(), static_cast<std::size_t>(got)}, got == 0)) return problem_of(reader);
    if (got == 0) return reader.take();
  }
}

Result<FileText> text_of_package(std::string_view bytes) {
  const std::unique_ptr<archive, CloseArchive> package(archive_read_new());
  archive_read_support_format_zip(package.get());
  if (archive_read_open_memory(package.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return wrong("import.broken");
  for (int entries = 0; entries < kMostEntries; ++entries) {
    archive_entry* entry = nullptr;
    const int read = archive_read_next_header(package.get(), &entry);
    if (read == ARCHIVE_EOF) return wrong("import.no_document");
    if (read != ARCHIVE_OK && read != ARCHIVE_WARN) return wrong("import.broken");
    const char* name = archive_entry_pathname(entry);
    if (name != nullptr && kDocument == name) return read_document(package.get());
  }
  return wrong("import.too_much_inside", Code::too_large);
}

}  // namespace

Result<FileText> text_of_file(std::string_view bytes) {
  if (bytes.empty()) return wrong("import.empty");
  if (bytes.size() > kMostImportBytes) return wrong("import.too_large", Code::too_large);
  Result<FileText> found = FileText{};
  if (bytes.starts_with(kPackage)) {
    found = text_of_package(bytes);
    if (!found) return found;
  } else {
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    if (!text::valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return wrong("import.not_text");
    if (bytes.size() > kMostTextBytes) return wrong("import.too_large", Code::too_large);
    found->text = bytes;
  }
  if (text::blank(found->text)) return wrong("import.empty");
  return found;
}

}  // namespace hamandish::server
