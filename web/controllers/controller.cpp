#include "web/controllers/controller.h"

#include "shared/messages/messages.h"

namespace hamandish::web {

// say() gives a text that is no key back as it is, so a state's `failure` can carry a finished sentence.
std::string failure_text(const Error& error) {
  return say(error.key, error.params);
}

}  // namespace hamandish::web
