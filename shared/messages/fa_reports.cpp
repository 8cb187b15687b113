// Statistics and reports.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    {"statistics.lead",
     "هر پیامی که به سازمان می‌رسد اینجا شمرده می‌شود: چند پیام رسید، چند پیام در مهلت خود پاسخ گرفت و چند پیام هنوز بی‌پاسخ "
     "است."},
    {"statistics.empty", "هنوز پیامی به سازمان نرسیده است"},
    {"statistics.empty_note",
     "ده دقیقه پس از ثبت نخستین پیام، شمار پیام‌ها و پاسخ‌ها همین‌جا می‌آید."},
    {"statistics.period", "از {from} تا امروز. شمارش: {counted}"},
    {"statistics.this_month", "این ماه"},
    {"statistics.until_today", "{month} (تا امروز)"},
    {"statistics.in_period", "در این دوره"},
    {"statistics.messages", "{count} پیام"},
    {"statistics.median", "میانهٔ زمان پاسخ"},
    {"statistics.days", "{count} روز"},
    {"statistics.share",
     "\u061C{percent}٪ پیام‌هایی که مهلتشان رسیده یا پاسخ گرفته‌اند، در مهلت پاسخ گرفتند."},
    {"statistics.chart_months", "در این دوره {count} پیام رسید؛ بیشترین در {name}: {words} پیام."},
    {"statistics.chart_kinds", "بیشترین پیام‌ها: {name}، {words} پیام."},
    {"statistics.chart_senders", "بیشترین پیام‌ها: {name}، {words} پیام از {count} پیام."},
    {"report_chart.flow", "بیشترین پرونده‌های این ماه: {name}، {words} پرونده."},
    {"report_chart.speed", "بیشترین سهم پاسخ در مهلت: {name}، {words}."},
    {"report_chart.ages", "بیشترین پرونده‌های باز: {name}، {words} پرونده."},
    {"statistics.by_month", "ماه به ماه"},
    {"statistics.by_kind", "به تفکیک نوع پیام"},
    {"statistics.month", "ماه"},
    {"statistics.kind", "نوع پیام"},
    {"statistics.sum", "همه"},
    {"statistics.received", "رسیده"},
    {"statistics.received_means",
     "همهٔ پیام‌هایی که در آن ماه ثبت شده‌اند؛ پنج ستون دیگر بخش‌های همین شمارند."},
    {"statistics.on_time", "پاسخ در مهلت"},
    {"statistics.on_time_means", "نخستین پاسخ تا پایان روزی داده شد که هنگام ثبت به شهروند گفته شده بود."},
    {"statistics.late", "پاسخ دیرتر"},
    {"statistics.late_means", "پاسخ داده شد، ولی پس از آن روز."},
    {"statistics.overdue", "بی‌پاسخ، مهلت گذشته"},
    {"statistics.overdue_means",
     "هنوز پاسخی داده نشده و روز وعده‌داده‌شده گذشته است."},
    {"statistics.open", "در دست بررسی"},
    {"statistics.open_means", "هنوز پاسخی داده نشده و مهلت نگذشته است."},
    {"statistics.withdrawn", "پس‌گرفته"},
    {"statistics.withdrawn_means", "شهروند پیش از پاسخ، پیام خود را پس گرفت."},
    {"statistics.by_sender", "به تفکیک فرستنده"},
    {"statistics.by_sender_note",
     "همان پیام‌های این دوره، تا پیام‌های بی‌نام و تکراری جدا دیده شوند."},
    {"statistics.sender", "فرستنده"},
    {"sender.named", "با نام و نشان"},
    {"sender_means.named", "فرستنده نام و راه تماس خود را نوشت و کد ملی یا شمارهٔ همراه او درست بود."},
    {"sender.nameless", "بی‌نام"},
    {"sender_means.nameless", "فرستنده نام خود را ننوشت؛ درستی آن سنجیده نشده است."},
    {"sender.repeated", "تکراری"},
    {"sender_means.repeated", "پیام با پروندهٔ پیشین همان موضوع یکی شد و تنها اینجا شمرده شده است."},
    {"statistics.month_means", "ماه شمسی ثبت پیام، سال و ماه: 1405-08."},
    {"statistics.kind_means",
     "نوع پیام به نام لاتین آن در نشانی‌های سامانه، مانند complaint برای شکایت."},
    {"statistics.dictionary", "هر ستون چه می‌گوید"},
    {"statistics.open_data", "دادهٔ باز"},
    {"statistics.open_data_note",
     "همین شمارها برای هر ماه و هر نوع پیام، بی هیچ نام و متنی. هر کسی می‌تواند آن‌ها را بگیرد و به کار ببرد."},
    {"statistics.csv", "دریافت CSV"},
    {"statistics.json", "دریافت JSON"},
};

}  // namespace

const std::span<const Message> kFaReports = kMessages;

}  // namespace hamandish
