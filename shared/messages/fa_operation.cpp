// What the server says by itself: reminders and messages of the settings.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    {"case.somebody", "شهروند"},
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

    // To the citizen. Short: each part of a message holds 67 letters.
    {"notice.asked",
     "{organisation}\nبرای رسیدگی به پیام شما با کد {code} توضیح یا مدرک لازم است. لطفاً در بخش «پیگیری» درگاه پاسخ دهید؛ تا رسیدن پاسخ، رسیدگی متوقف است."},
    {"notice.extended",
     "{organisation}\nمهلت پاسخ به پیام شما با کد {code} تا پایان {date} تمدید شد. علت در بخش «پیگیری» درگاه آمده است."},
    {"notice.replied", "{organisation}\nبه پیام شما با کد {code} پاسخ داده شد. پاسخ را در بخش «پیگیری» درگاه بخوانید."},
    {"notice.closed",
     "{organisation}\nرسیدگی به پیام شما با کد {code} پایان یافت. نتیجه را در بخش «پیگیری» درگاه ببینید."},
    {"notice.rejected",
     "{organisation}\nپیام شما با کد {code} پذیرفته نشد. علت و راه اعتراض را در بخش «پیگیری» درگاه ببینید."},
    {"notice.merged",
     "{organisation}\nپیام شما با کد {code} تکرار پیام دیگری شناخته شد و رسیدگی در همان پیام ادامه می‌یابد."},
    {"notice.second_look",
     "{organisation}\nچهار هفته پیش رسیدگی به پیام شما با کد {code} پایان یافت. یک بار دیگر نگاه کنید: اگر مشکل برگشته است، در بخش «پیگیری» درگاه بنویسید."},
    {"case.file_of", "پروندهٔ کامل، کد رهگیری {code}"},
    {"case.file_foot", "محرمانه. برای {name}، {when}"},
    {"case.channel", "راه رسیدن"},
    {"lost.message",
     "{organisation}\nکد رهگیری پیام‌های شما:\n{codes}\nپیگیری: بخش «پیگیری» درگاه"},
    {"lost.one", "{code} ({date})"},
    {"form.overtaken",
     "همکار دیگری در این میان چیزی را در همین بخش ذخیره کرده است و نوشتهٔ شما هنوز ذخیره نشده است. زیر هر خانه که با نوشتهٔ "
     "شما فرق دارد، آنچه ذخیره شده است را می‌بینید. آن را در نوشتهٔ خود بیاورید یا رها کنید، و دوباره ذخیره کنید."},
    {"form.stored_now", "آنچه اکنون ذخیره شده است: {label}"},
    {"form.stored_empty", "خالی است."},
};

}  // namespace

constinit const std::span<const Message> kFaOperation = kMessages;

}  // namespace hamandish
