// One line for each file of this directory.
#pragma once

#include "shared/forms/kinds/kind.h"

namespace hamandish {

extern const KindRule kNameRule;
extern const KindRule kNationalIdRule;
extern const KindRule kLegalIdRule;
extern const KindRule kMobileRule;
extern const KindRule kLandlineRule;
extern const KindRule kEmailRule;
extern const KindRule kPostalCodeRule;
extern const KindRule kLineRule;
extern const KindRule kTextRule;
extern const KindRule kChoiceRule;
extern const KindRule kCheckboxRule;
extern const KindRule kAttachmentsRule;
extern const KindRule kForeignIdRule;
extern const KindRule kTrackingCodeRule;

}  // namespace hamandish
