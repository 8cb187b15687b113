// The report about surveys, and what its siblings needed later.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    {"report_name.surveys", "گزارش نظرسنجی‌ها"},
    {"report_note.surveys",
     "پاسخ‌های هر نظرسنجی در این ماه، خشنودی مردم و سنجش آن با ماه پیش، به تفکیک واحد و خدمت."},
    {"surveyed.none", "در این ماه نظرسنجی بازی نبود."},
    {"surveyed.lead", "در این ماه {surveys} نظرسنجی باز بود و {answers} پاسخ رسید."},
    {"surveyed.surveys", "نظرسنجی‌ها"},
    {"surveyed.surveys_note",
     "شمار پاسخ‌های هر نظرسنجی در این ماه، ماه پیش و همین ماه در سال پیش."},
    {"surveyed.survey", "نظرسنجی"},
    {"surveyed.until", "همهٔ پاسخ‌ها تا پایان ماه"},
    {"surveyed.scores", "میانگین پاسخ‌ها"},
    {"surveyed.scores_note",
     "پرسش‌هایی که پاسخشان امتیاز است. خشنود: «راضی» و «خیلی راضی»، یا «خوب» و «عالی»."},
    {"surveyed.question", "پرسش"},
    {"surveyed.question_of", "{survey}: {question}"},
    {"surveyed.answers", "شمار پاسخ"},
    {"surveyed.mean", "میانگین"},
    {"surveyed.mean_before", "میانگین ماه پیش"},
    {"surveyed.highest", "بیشترین امتیاز"},
    {"surveyed.glad", "سهم خشنود"},
    {"surveyed.units", "خشنودی به تفکیک واحد"},
    {"surveyed.services", "خشنودی به تفکیک خدمت"},
    {"surveyed.places_note",
     "میانگین همهٔ پرسش‌های خشنودی، از ۱ تا ۵. پاسخ‌دهنده واحد و خدمت را خود برگزیده است یا پروندهٔ او آن را نشان می‌دهد."},
    {"surveyed.service", "خدمت"},
    {"surveyed.no_unit", "بی نام واحد"},
    {"surveyed.no_service", "بی نام خدمت"},
    {"surveyed.how",
     "نظرسنجی‌ای در این گزارش است که در این ماه باز بود یا در این ماه پاسخ گرفت. پاسخ در روزی شمرده شده است که رسید."},
    {"surveyed.how_mean", "میانگین تا یک رقم اعشار گرد شده است. کسی که به پرسشی پاسخ نداده در آن شمرده نشده است."},
    {"survey_results.only_unit", "تنها واحد {name}"},
    {"survey_results.only_service", "تنها خدمت {name}"},
    {"survey_results.only_from", "از {day}"},
    {"survey_results.only_to", "تا {day}"},
    {"promise.messages_received", "پیام رسیده"},
    {"reports.cases", "پرونده‌های این شمار"},
    {"reports.all_channels", "همهٔ راه‌ها"},
    {"reports.counted_rest",
     "{count} پروندهٔ دیگر نیز شمرده شده است. ۵۰۰ پروندهٔ نخست را می‌بینید."},
    {"statistics.as_table", "همین شمارها در جدول: {name}"},
    {"report_chart.counts", "بیشترین: {name}، {words}."},
    {"report_chart.steps", "شمار هر پاسخ به هر پرسش."},
    {"report_chart.mean", "بیشترین میانگین: {name}، {words}."},
};

}  // namespace

const std::span<const Message> kFaSurveyReport = kMessages;

}  // namespace hamandish
