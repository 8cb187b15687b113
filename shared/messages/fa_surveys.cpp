// Surveys: what is asked, the public's pages, what is wrong with an answer.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    // Words of answers
    {"survey_satisfaction.5", "خیلی راضی"},
    {"survey_satisfaction.4", "راضی"},
    {"survey_satisfaction.3", "نه راضی نه ناراضی"},
    {"survey_satisfaction.2", "ناراضی"},
    {"survey_satisfaction.1", "خیلی ناراضی"},
    {"survey_quality.4", "عالی"},
    {"survey_quality.3", "خوب"},
    {"survey_quality.2", "متوسط"},
    {"survey_quality.1", "ضعیف"},
    {"survey.scale_end", "{number} ({label})"},
    {"survey.yes", "بله"},
    {"survey.no", "خیر"},
    {"survey.other", "گزینهٔ دیگر"},
    {"survey.and_more", "{words}، {more}"},
    {"survey.part", "{part}: {value}"},
    {"survey.no_words", "…"},

    // What is wrong with an answer
    {"survey.answer_needed", "به این پرسش پاسخ دهید."},
    {"survey.answer_unknown_choice", "یکی از گزینه‌های همین پرسش را برگزینید."},
    {"survey.answer_not_number", "یک عدد بنویسید، مانند ۱۲."},
    {"survey.answer_too_small", "عددی از {min} به بالا بنویسید."},
    {"survey.answer_too_large", "عددی تا {max} بنویسید."},
    {"survey.answer_not_date", "تاریخ را به شکل ۱۴۰۵/۰۸/۰۱ بنویسید."},
    {"survey.answer_too_long", "پاسخ را کوتاه‌تر کنید؛ دست بالا {max} نویسه."},
    {"survey.answer_ranks", "به هر گزینه یک رتبهٔ جدا از ۱ تا {count} بدهید."},
    {"survey.answer_other", "بنویسید منظورتان از «گزینهٔ دیگر» چیست."},
    {"survey.answer_hidden",
     "این پرسش با پاسخ‌های دیگر شما پرسیده نمی‌شود؛ پاسخش را بردارید."},
    {"survey.answer_unknown", "این نظرسنجی چنین پرسشی ندارد."},
    {"survey.answer_unit", "واحدی را از فهرست برگزینید."},
    {"survey.answer_service", "خدمتی را از فهرست برگزینید."},
    {"survey.file_lost", "این فایل دیگر در دسترس نیست. دوباره برگزینید."},

    // Why a survey cannot be answered
    {"survey.not_found",
     "چنین نظرسنجی‌ای نیست. از فهرست نظرسنجی‌ها یکی را برگزینید."},
    {"survey.not_open",
     "این نظرسنجی اکنون باز نیست. فهرست نظرسنجی‌های باز را ببینید."},
    {"survey.already",
     "با این دستگاه یا پیوند پیش‌تر به این نظرسنجی پاسخ داده شده است. از همراهی شما سپاسگزاریم."},
    {"survey.pass_needed", "پاسخ به این نظرسنجی با پیوند شخصی یا کد رهگیری است."},
    {"survey.pass_bad",
     "این پیوند درست نیست یا زمان آن گذشته است. از همان پیامی که گرفته‌اید دوباره باز کنید."},
    {"survey.case_not_closed",
     "این نظرسنجی پس از پایان رسیدگی به پرونده پرسیده می‌شود."},
    {"survey.results_hidden", "نتیجهٔ این نظرسنجی منتشر نشده است."},

    // The list
    {"surveys.lead",
     "نظر شما دربارهٔ کیفیت خدمات و کارهای سازمان پرسیده می‌شود و نتیجه پس از پایان هر نظرسنجی منتشر می‌شود."},
    {"surveys.empty", "اکنون نظرسنجی بازی نیست"},
    {"surveys.open", "نظرسنجی‌های باز"},
    {"surveys.results", "نتیجه‌های منتشرشده"},
    {"surveys.until", "تا {when}"},
    {"surveys.always", "بدون پایان تعیین‌شده"},
    {"surveys.answered", "{count} پاسخ"},
    {"surveys.note", "{until} · {answered}"},
    {"surveys.back", "همهٔ نظرسنجی‌ها"},

    // Answering
    {"survey.form", "پاسخ به نظرسنجی"},
    {"survey.progress", "بخش {page} از {pages}"},
    {"survey.next", "ادامه"},
    {"survey.previous", "بازگشت به بخش پیش"},
    {"survey.send", "فرستادن پاسخ‌ها"},
    {"survey.anonymous_note",
     "این نظرسنجی بی‌نام است: نام، شماره، نشانی شبکه و ساعت پاسخ شما کنار پاسخ‌ها نگه‌داری نمی‌شود و کسی نمی‌تواند آن‌ها را به شما "
     "پیوند دهد."},
    {"survey.device_note",
     "هر دستگاه یک بار پاسخ می‌دهد. برای این کار یک نشانهٔ ساختهٔ خود سامانه روی دستگاه شما می‌ماند، جدا از پاسخ‌ها."},
    {"survey.named_note",
     "این پاسخ‌ها همراه پرونده یا پیوند شخصی شما نگه‌داری می‌شود."},
    {"survey.unit", "پاسخ شما دربارهٔ کدام واحد است؟"},
    {"survey.service", "دربارهٔ کدام خدمت؟"},
    {"survey.choose", "انتخاب کنید"},
    {"survey.about_case", "این پاسخ‌ها دربارهٔ واحد «{unit}» است."},
    {"survey.other_text", "گزینهٔ دیگر (توضیح)"},
    {"survey.rank", "{choice} (رتبه)"},
    {"survey.choose_rank", "رتبه"},
    {"survey.file_kept", "فایل رسید و با پاسخ‌ها فرستاده می‌شود."},
    {"survey.error_at", "«{question}»: {message}"},
    {"survey.more_asked",
     "با پاسخ شما پرسش‌های دیگری به این بخش افزوده شد. به آن‌ها هم پاسخ دهید و ادامه دهید."},
    {"survey.preview_note",
     "پیش‌نمایش: همان‌گونه که مردم می‌بینند. پاسخ‌ها فرستاده نمی‌شود."},
    {"survey.device_needed",
     "برای پاسخ دادن، مرورگر شما باید کوکی این سامانه را بپذیرد. کوکی‌ها را روشن کنید و دوباره بفرستید؛ پاسخ‌هایتان مانده است."},

    // By the tracking code of a case
    {"survey.case_lead",
     "برای پاسخ دادن، کد رهگیری پروندهٔ پایان‌یافتهٔ خود را وارد کنید."},
    {"survey.case_go", "آغاز نظرسنجی"},

    // Afterwards
    {"survey.sent", "پاسخ شما ثبت شد"},
    {"survey.sent_code", "کد پاسخ"},
    {"survey.sent_note",
     "این کد نشان می‌دهد که پاسخ شما رسیده و شمرده شده است. کد به پاسخ‌ها پیوند ندارد."},
    {"survey.sent_note_named",
     "این کد نشان می‌دهد که پاسخ شما رسیده و شمرده شده است."},

    // Results
    {"survey.results_link", "دیدن نتیجه‌ها"},
    {"survey.results_of", "نتیجهٔ «{title}»"},
    {"survey.results_period", "{count} پاسخ"},
    {"survey.small_note",
     "شمارش‌های کمتر از {least} برای حفظ حریم پاسخ‌دهندگان نشان داده نمی‌شود («{mark}»)."},
    {"survey.small_mark", "کم‌شمار"},
    {"survey.choice", "گزینه"},
    {"survey.count", "شمار"},
    {"survey.share", "سهم"},
    // The mark (ALM) keeps the sign on the side of the number where it stands in a sentence.
    {"survey.percent", "\u061C{percent}٪"},
    {"survey.row", "مورد"},
    {"survey.answered_count", "{count} نفر پاسخ دادند."},
    {"survey.answered_few",
     "کمتر از {least} نفر پاسخ دادند؛ نتیجه نشان داده نمی‌شود."},
    {"survey.mean_place", "میانگین رتبه"},
    {"survey.bar", "{count} نفر، {share}"},
    {"survey.chart", "پرشمارترین پاسخ: {name}، {words}."},
    {"survey.most", "بیشتر: {name}، {share}"},
    {"survey.chart_parts", "سهم هر پاسخ در هر سطر، به درصد."},
    {"survey.chart_places", "سهم هر رتبه برای هر گزینه، به درصد."},
    {"survey.as_table", "همین نتیجه در جدول، پرسش {number}"},
    {"survey.result_heading", "{number}. {text}"},
    {"survey.mean", "میانگین {mean}"},
    {"survey.mean_interval", "میانگین {mean} (بازهٔ ۹۵ درصد: {low} تا {high})"},
    {"survey.texts_only", "پاسخ‌های متنی منتشر نمی‌شود."},
};

}  // namespace

const std::span<const Message> kFaSurveys = kMessages;

}  // namespace hamandish
