// The workbench of staff: the inbox, a case, and what is done with it.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

Reply list_cases(const Call& call);
Reply read_case(const Call& call);
Reply refer_case(const Call& call);
Reply note_case(const Call& call);
Reply reply_to_case(const Call& call);
// Always a download: a browser must not show what a stranger sent as if it were ours.
Reply act_on_case(const Call& call);
Reply register_for_citizen(const Call& call);  // ?channel=
Reply say_presence(const Call& call);
Reply get_workbench(const Call& call);
Reply save_filter(const Call& call);
Reply remove_filter(const Call& call);
Reply get_attachment(const Call& call);
Reply get_case_pdf(const Call& call);  // the whole file; the look is recorded

}  // namespace hamandish::server
