// Reports for the staff: the words of their tables and of the pages around them.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    {"xlsx.gregorian", "{head} (میلادی)"},
    {"xlsx.too_many_rows",
     "این جدول بیش از آن است که در یک برگهٔ اکسل جا شود. بازهٔ کوتاه‌تری را برگزینید یا خروجی CSV بگیرید."},
};

}  // namespace

const std::span<const Message> kFaReportDocuments = kMessages;

}  // namespace hamandish
