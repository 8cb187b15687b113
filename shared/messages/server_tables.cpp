#include <array>

#include "shared/messages/messages_list.h"

namespace hamandish {

std::span<const std::span<const Message>* const> server_tables() {
  static const std::array kTables = {&kFaChannels,      &kFaConsultations,   &kFaHelp,     &kFaNews,    &kFaOperation,
                                     &kFaReports,       &kFaReportDocuments, &kFaSettings, &kFaSurveys, &kFaSurveyStaff,
                                     &kFaSurveyTemplate};
  return kTables;
}

}  // namespace hamandish
