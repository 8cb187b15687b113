// What the citizen is told of an own case, as messages of the outbox in the transaction of what they tell of. Only by
// the way that the citizen gave: to the mobile, or, without one, to the e-mail; who wrote an e-mail gets an e-mail.
// Never the words of the case: who holds the telephone is not who may read the case (decision 0018).
#pragma once

#include "server/store/database.h"
#include "server/store/rows.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

// Of a question, an extension, an answer, a refusal and an end; nothing of anything else, and nothing for a case with
// neither mobile nor e-mail. Of a report only the question: its sender was promised silence. A closing by a person also leaves the message of the second look; an objection takes it
// back.
Result<void> tell_citizen(Transaction& transaction, const Profile& profile, const EventRow& event);

// «یک بار دیگر نگاه کنید»: so long after a person has closed a case its citizen is asked to look whether the matter has
// stayed settled. Once for each case.
inline constexpr std::int64_t kSecondLookAfter = 28 * kDay;

}  // namespace hamandish::server
