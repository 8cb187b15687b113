// Drafts under public comment: names of clauses, kinds, states and groups, and what can be wrong with a step.
#include "shared/messages/fa_tables.h"

namespace hamandish {
namespace {

constexpr Message kMessages[] = {
    // Clauses: a note's or an item's name is followed by the name of what it belongs to
    {"clause.article", "ماده {number}"},
    {"clause.single_article", "ماده واحده"},
    {"clause.note", "تبصره {number}"},
    {"clause.lone_note", "تبصره"},
    {"clause.item", "بند {number}"},

    // Steps
    {"draft.not_possible_now",
     "این کار در وضعیت کنونی پیش‌نویس شدنی نیست. صفحه را تازه کنید و وضعیت را ببینید."},
    {"draft.comments_undecided",
     "نتیجهٔ {count} نظر هنوز نوشته نشده است. پیش از ابلاغ، برای هر نظر نتیجه و دلیل آن را بنویسید."},
    {"draft.issue_number_needed", "شمارهٔ ابلاغ را بنویسید."},

    // Window
    {"draft.days_too_few", "مدت نظرخواهی دست‌کم یک روز است."},
    {"draft.days_too_many",
     "مدت نظرخواهی از ۳۶۵ روز بیشتر نمی‌شود. تاریخ نزدیک‌تری برگزینید."},
    {"draft.days_reason_needed",
     "این مدت با مدت معمول یکی نیست. دلیل آن را بنویسید؛ دلیل همراه پیش‌نویس منتشر می‌شود."},
    {"draft.extension_not_later", "پایان تازه باید پس از پایان کنونی باشد. تاریخ دیرتری برگزینید."},
    {"draft.extension_reason_needed",
     "دلیل تمدید را بنویسید؛ دلیل همراه پیش‌نویس منتشر می‌شود."},

    // Text
    {"draft.text_empty",
     "متن پیش‌نویس خالی است. متن را بنویسید یا پرونده‌ای برگزینید که متن داشته باشد."},
    {"draft.text_too_long",
     "متن پیش‌نویس بزرگ‌تر از دو مگابایت است. آن را به چند پیش‌نویس بخش کنید."},
    {"draft.too_many_clauses",
     "متن پیش‌نویس بیش از ۲۰۰۰ ماده و بند دارد. آن را به چند پیش‌نویس بخش کنید."},

    // Disposition
    {"disposition.outcome_needed", "نتیجهٔ نظر را برگزینید."},
    {"disposition.reason_needed",
     "دلیل را بنویسید؛ نویسندهٔ نظر آن را می‌خواند."},
    {"disposition.clause_unknown", "چنین ماده یا بندی در متن نیست. یکی از فهرست برگزینید."},
    {"disposition.clause_needless",
     "نظری که پذیرفته نشده است ماده‌ای را تغییر نمی‌دهد. ماده را خالی بگذارید."},
};

}  // namespace

const std::span<const Message> kFaConsultations = kMessages;

}  // namespace hamandish
