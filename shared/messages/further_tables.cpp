#include <array>

#include "shared/messages/messages_list.h"

namespace hamandish {

std::span<const std::span<const Message>* const> further_tables() {
  static const std::array kTables = {
      &kFaCalls, &kFaChannels,  &kFaConsultations, &kFaConsultMore,     &kFaGallery,       &kFaHelp,
      &kFaNews,  &kFaOperation, &kFaReports,       &kFaReportDocuments, &kFaSettings,      &kFaServerErrors,
      &kFaStaff, &kFaSurveys,   &kFaSurveyStaff,   &kFaSurveyReport,    &kFaSurveyTemplate};
  return kTables;
}

}  // namespace hamandish
