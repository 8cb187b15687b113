// The tables of messages. A new area: write shared/messages/fa_<area>.cpp after the pattern of fa_errors.cpp, declare
// its table here, and add one line to the list in messages.cpp or, if citizens' program does not say it, in further_tables.cpp.
//
// How to write: plain, polite Persian that says what to do; half-space (U+200C) in «می‌شود»,
// «رقم‌ها»; «» for quotes; a full stop at the end of a sentence, none on labels and buttons; digits Persian.
// Nouns after a number stay singular.
#pragma once

#include <span>
#include <string_view>

namespace hamandish {

struct Message {
  std::string_view key;   // area.name, lower case: "form.too_long"
  std::string_view text;  // with {parameters}
};

extern const std::span<const Message> kFaCalls;
extern const std::span<const Message> kFaCases;
extern const std::span<const Message> kFaChannels;
extern const std::span<const Message> kFaConsultations;
extern const std::span<const Message> kFaConsultMore;
extern const std::span<const Message> kFaErrors;
extern const std::span<const Message> kFaForms;
extern const std::span<const Message> kFaNews;
extern const std::span<const Message> kFaOperation;
extern const std::span<const Message> kFaGallery;
extern const std::span<const Message> kFaHelp;
extern const std::span<const Message> kFaPages;
extern const std::span<const Message> kFaReports;
extern const std::span<const Message> kFaReportDocuments;
extern const std::span<const Message> kFaSettings;
extern const std::span<const Message> kFaServerErrors;
extern const std::span<const Message> kFaStaff;
extern const std::span<const Message> kFaSurveys;
extern const std::span<const Message> kFaSurveyReport;
extern const std::span<const Message> kFaSurveyStaff;
extern const std::span<const Message> kFaSurveyTemplate;
extern const std::span<const Message> kFaCitizen;

}  // namespace hamandish
