// What is asked before a citizen's message is taken, beyond the gate: that its form is open, that no machine filled the
// trap, that a mobile does not send too often, and, under load, a proof of work.
#pragma once

#include <string_view>

#include "server/http/routes.h"
#include "shared/api/wire.h"

namespace hamandish::server {

enum class Sender { client, plain_form };

// `proof`: what came with the message, or empty. Conflict «form.closed»; busy «error.mobile_limited», «proof.needed»,
// «proof.over».
Result<void> admit(const Call& call, const api::NewCase& content, std::string_view proof, Sender sender);

// A short public form without proof of work (comments on news): counted as a message, and under load fewer per address.
// Busy «proof.needed».
Result<void> admit_short_form(const Call& call);

// GET /api/v1/challenge?form=<kind>: {required, challenge?}.
Reply get_challenge(const Call& call);

}  // namespace hamandish::server
