// What the server says by itself: reminders and messages of the settings.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    {"alarm.first_reply_late", "پرونده {code} ({kind}) در {unit} هنوز نخستین پاسخ خود را نگرفته است."},
    {"alarm.before_deadline",
     "مهلت پاسخ پرونده {code} ({kind}) در {unit} روز {date} تمام می‌شود."},
    {"alarm.deadline_passed", "مهلت پاسخ پرونده {code} ({kind}) در {unit} روز {date} تمام شد و پاسخی داده نشده است."},
    {"alarm.before_legal",
     "مهلت قانونی سه‌ماهه پرونده {code} ({kind}) در {unit} روز {date} تمام می‌شود."},
    {"alarm.legal_passed",
     "مهلت قانونی سه‌ماهه پرونده {code} ({kind}) در {unit} روز {date} گذشت و پاسخی داده نشده است."},
    {"alarm.rescheduled",
     "به‌سبب تغییر روزهای کاری سازمان، مهلت پاسخ به {date} جابه‌جا شد."},
};

}  // namespace

constinit const std::span<const Message> kFaOperation = kMessages;

}  // namespace hamandish
